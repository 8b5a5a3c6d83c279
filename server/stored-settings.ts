import { z } from 'zod'
import { machineMilliseconds } from './domain/clock.ts'
import { featuresSchema, Limits, rulesSchema } from './setting-schemas.ts'

/** The last moment of the year 9999, in milliseconds: clocks go no further. */
const latest = 253_402_300_799_999

const isMoment = (milliseconds: number): boolean => milliseconds >= 0 && milliseconds <= latest

const ClockState = z.union([
  z.strictObject({ frozen_at: z.number().refine(isMoment) }),
  z.strictObject({ ahead: z.number().refine((ahead) => isMoment(machineMilliseconds() + ahead)) }),
])

/** What is stored of a world's settings, by name. */
const settings: Readonly<Record<string, z.ZodType>> = {
  aliases: z.record(z.string(), z.record(z.string(), z.string())),
  clock: ClockState,
  features: featuresSchema,
  limits: Limits,
  rules: rulesSchema,
}

/** Whether what came from elsewhere is a row of settings that a world can go by; others than the known it ignores. */
export function isSetting({ name, json }: Readonly<Record<string, unknown>>): boolean {
  const schema = typeof name === 'string' && Object.hasOwn(settings, name) ? settings[name] : undefined
  return schema === undefined || schema.safeParse(json).success
}
