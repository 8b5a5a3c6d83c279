import { readdirSync } from 'node:fs'
import type { RecordedCalls } from './call.ts'

const folder = new URL('calls/', import.meta.url)
const modules: readonly Record<string, RecordedCalls>[] = await Promise.all(
  readdirSync(folder).map((file) => import(new URL(file, folder).href)),
)

/** Every call of the folder, by operation, as often as it is there. */
export const everyCall = modules.flatMap((module) => Object.values(module)).flatMap((calls) => Object.entries(calls))

/** The calls by operation. */
export const recordedCalls: RecordedCalls = Object.fromEntries(everyCall)
