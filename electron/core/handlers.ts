import {
  type AnyContractRouter,
  type ContractProcedure,
  type InferSchemaInput,
  type InferSchemaOutput,
  isContractProcedure,
} from '@orpc/contract';
import { implement, type Router } from '@orpc/server';
import { toWireError } from './core-error.ts';

export type CallOptions = { readonly signal: AbortSignal | undefined };

/** One plain function a call: parsed input in, output out. The carrier, the parsing and the errors are not its business. */
export type Handlers<C> =
  C extends ContractProcedure<infer I, infer O, infer _E, infer _M>
    ? (
        input: InferSchemaOutput<I>,
        options: CallOptions,
      ) => InferSchemaInput<O> | Promise<InferSchemaInput<O>>
    : { readonly [Key in keyof C]: Handlers<C[Key]> };

type Call = (input: unknown, options: CallOptions) => unknown;

/** Joins a contract and its handlers to the router that every carrier serves. A missing handler does not compile. */
export function toRouter<C extends AnyContractRouter>(
  contract: C,
  handlers: Handlers<C>,
): Router<C, Record<never, never>> {
  const walk = (part: AnyContractRouter, own: unknown): unknown => {
    if (isContractProcedure(part)) {
      return implement(part).handler(async ({ input, signal }) => {
        try {
          return (await (own as Call)(input, { signal })) as never;
        } catch (error) {
          throw toWireError(error);
        }
      });
    }
    return Object.fromEntries(
      Object.entries(part).map(([key, child]) => [
        key,
        walk(child as AnyContractRouter, (own as Record<string, unknown>)[key]),
      ]),
    );
  };
  return walk(contract, handlers) as Router<C, Record<never, never>>;
}
