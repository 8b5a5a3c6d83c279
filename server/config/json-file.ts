import { readFileSync } from 'node:fs'
import { withoutByteOrderMark } from '../domain/byte-order-mark.ts'

/** Reads a file of JSON that a user wrote; throws where it cannot be read, or is no JSON. */
export const readJsonFile = (path: string): unknown => JSON.parse(withoutByteOrderMark(readFileSync(path, 'utf8')))
