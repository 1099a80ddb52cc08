import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

/** `/people?new` (menu, palette) makes a record once and opens it; the address it came by is forgotten first. */
export const useCreateAndOpen = (create: (params: URLSearchParams) => void): void => {
  const [params, setParams] = useSearchParams();
  const isAsked = params.has('new');
  const latest = useRef(create);
  latest.current = create;
  // React runs effects twice in development, and the address is cleared a moment later than asked.
  const isDone = useRef(false);
  useEffect(() => {
    if (!isAsked) {
      isDone.current = false;
      return;
    }
    if (isDone.current) return;
    isDone.current = true;
    const rest = new URLSearchParams(params);
    rest.delete('new');
    setParams(rest, { replace: true });
    latest.current(params);
  }, [isAsked, params, setParams]);
};
