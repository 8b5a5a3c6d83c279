import { requestIdOf } from '../domain/ids.ts'

let sequence = 0

/** Returns the next request id: 16 digits, rising. */
export const nextRequestId = (): string => requestIdOf(++sequence)

/** Returns how many requests this process has received. */
export const receivedRequests = (): number => sequence
