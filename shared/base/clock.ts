import { z } from 'zod';

/** A moment, stored as UTC ISO 8601 with milliseconds: `2026-03-01T08:30:00.000Z`. Sorts as text. */
export const timeSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
export type Time = string;

/** A day without a time or zone: `2026-03-01`. Always Gregorian in storage; calendars are a matter of display. */
export const daySchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
export type Day = string;

/** Tells the present moment; a parameter everywhere so that tests can stand still. */
export type Clock = () => Time;
