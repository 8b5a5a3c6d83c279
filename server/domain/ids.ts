/** The part of an id that tells the kind of what a user has, as the real service numbers them. */
const contentType = { pin: 1n, board: 2n, user: 3n } as const

/** The shard that everything is on here: one of those whose ids have 19 digits. */
const shard = 15_001n

/** Returns where the ids of 64 bits begin that users, Pins and boards have: the shard, the type, and a number within both. */
export const firstContentId = (type: keyof typeof contentType): bigint => (shard << 46n) | (contentType[type] << 36n)

/** Where the ids of one kind of entity begin. */
export interface IdRange {
  /** The kind: `campaign`. Its ids go into paths as `campaign_id`. */
  readonly kind: string
  readonly first: bigint
}

/** Returns where the ids of a kind begin: as in answers of the real service. */
export const idRange = (kind: string, first: bigint): IdRange => ({ kind, first })

/** How far the ids of one kind are apart, at the most: each is within its own stride. */
export const idStride = 64

/** A 32-bit hash of a short text (FNV-1a): spreads, does not protect. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}

/**
 * The id of the nth entity of a kind: a decimal string that rises with n and depends on nothing else, so that the same
 * calls give the same ids on every run.
 */
export function idOf({ kind, first }: IdRange, sequence: number): string {
  return String(first + BigInt(sequence * idStride + (hash(`${kind}${sequence}`) % idStride)))
}

/** Tells whether a kind may have an entity of that id: one that is there, was there, or comes later. */
export const isIdOf = (range: IdRange, id: string): boolean => sequenceIn(range, id) !== undefined

/** Returns the sequence number that an id of a kind stands for; undefined for what is none of its ids. */
export function sequenceIn(range: IdRange, id: string): number | undefined {
  if (!/^\d{1,19}$/.test(id)) return undefined
  const sequence = Math.floor(Number(BigInt(id) - range.first) / idStride)
  return sequence >= 1 && Number.isSafeInteger(sequence) && idOf(range, sequence) === id ? sequence : undefined
}

const firstRequestId = 1_000_000_000_000_000

/** The nth request's id, 16 digits as in `x-pinterest-rid`. */
export const requestIdOf = (sequence: number): string => String(firstRequestId + sequence)

// Every answer has such an id: putting it together from bytes takes a seventh of the time of asking for each number.
const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const hexOf = (byte: number): string => bytes[byte] ?? ''

/**
 * The 32 hexadecimal digits of `x-pinterest-rid-128bit` beside such an id: no other request of a run has them, and the
 * nth of every run has the same.
 */
export function longRequestIdOf(id: string): string {
  let value = Number(id) - firstRequestId
  let digits = ''
  for (let part = 1; part <= 4; part++) {
    // Steps that can be undone, so that what goes in unlike comes out unlike.
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
    value = ((value ^ (value >>> 16)) + part) >>> 0
    digits += hexOf(value >>> 24) + hexOf((value >>> 16) & 255) + hexOf((value >>> 8) & 255) + hexOf(value & 255)
  }
  return digits
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const secretLength = 48
const numberLength = 7

/**
 * The nth secret of a kind, 48 letters and digits: the same on every run, so no secret. The first seven are its number,
 * which no other of the kind has.
 */
export function secretOf(kind: 'code' | 'access_token' | 'refresh_token', sequence: number): string {
  const number = Array.from({ length: numberLength }, (_, digit) => {
    const salt = hash(`${kind}${digit}`)
    return letters[(Math.floor(sequence / letters.length ** digit) + salt) % letters.length]
  })
  // The upper bits: the lower ones of the hash depend on too little.
  const rest = Array.from({ length: secretLength - numberLength }, (_, part) => {
    return letters[hash(`${part}${kind}${sequence}`) >>> 27]
  })
  return [...number, ...rest].join('')
}

const secretEnding = new RegExp(`[_~][${letters}]{${secretLength}}$`)

/** Whether the text may be a token with such a secret: cheaper than looking for it. */
export const mayBeToken = (text: string): boolean => secretEnding.test(text)
