import type { Random } from '../random.ts'
import type { FuzzRequest } from '../requests.ts'
import { wrongCodings } from './codings.ts'
import { wrongHeads } from './heads.ts'
import { wrongLengths } from './lengths.ts'
import { bytesOf, type Message, messageOf } from './message.ts'
import { byteMutations } from './mutations.ts'
import { isWhole, unusual } from './unusual.ts'

/** How a client ends: once it is answered, in the middle of its last request, by going or by tearing. */
export type End = 'answered' | 'half' | 'gone' | 'reset'

/** What a client does with one connection. */
export interface Plan {
  readonly bytes: Buffer
  /** Where its writes end. */
  readonly cuts: readonly number[]
  /** How many requests are begun, and how many of them, from the first on, are for the server to answer. */
  readonly started: number
  readonly whole: number
  readonly end: End
  /** Whether it asks for the end of the connection and sends on: what is said may be lost. */
  readonly isRude: boolean
}

const kinds = [wrongLengths, wrongHeads, wrongCodings, byteMutations]

/** A connection on which so many requests are sent without waiting, about half of the time one of them broken. */
export function planned(requests: readonly FuzzRequest[], random: Random): Plan {
  const end = random.of<End>(['answered', 'answered', 'answered', 'answered', 'half', 'gone', 'reset'])
  const broken = random.oneIn(2) ? random.upTo(requests.length) : undefined
  const parts: Buffer[] = []
  let whole: number | undefined
  let isRude = false
  for (const [index, request] of requests.entries()) {
    const message = messageOf(request)
    if (whole === undefined && !isWhole(message)) whole = index
    const sent = index === broken ? random.of(random.of(kinds))(message, random) : asUsual(message, random)
    parts.push(bytesOf(sent))
    const sendsOn = index < requests.length - 1 && isLast(sent)
    if (index === broken || sendsOn) whole ??= index
    isRude ||= sendsOn
  }
  const last = parts.at(-1) ?? Buffer.alloc(0)
  if (end === 'half') {
    parts.splice(-1, 1, last.subarray(0, random.upTo(last.length)))
    whole = Math.min(whole ?? requests.length, requests.length - 1)
  }
  const bytes = Buffer.concat(parts)
  const started = requests.length
  return { bytes, cuts: cutsOf(bytes, random), started, whole: whole ?? started, end, isRude }
}

/**
 * With more behind it, such a request need not be answered: the connection ends under what its client still sends, what
 * follows a wish to upgrade is for the other protocol, and who is not told to go on may be the last.
 */
const isLast = (sent: Message | Buffer): boolean =>
  !Buffer.isBuffer(sent) &&
  (/^HTTP\/(?:0\.9|1\.0)$/.test(sent.version) ||
    sent.headers.some(([name]) => name === 'connection' || name === 'expect'))

/** A message that is in order, half of the time in an unusual way. */
const asUsual = (message: Message, random: Random): Message | Buffer =>
  random.oneIn(2) ? random.of(unusual)(message, random) : message

function cutsOf({ length }: Buffer, random: Random): readonly number[] {
  if (length < 300 && random.oneIn(10)) return Array.from({ length }, (_, index) => index + 1)
  const cuts = Array.from({ length: random.of([0, 0, 1, 3, 8]) }, () => random.upTo(length + 1))
  return [...new Set([...cuts, length])].sort((a, b) => a - b)
}
