import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules of claims evaluate. */
export interface ClaimFacts {
  /** The website as it was sent. */
  readonly sent: string | undefined
  /** Its name without scheme; undefined where the text names no website. */
  readonly name: string | undefined
  /** Whether another user has verified it. */
  readonly isTaken: boolean
}

const claim = {
  operations: ['verify_website/update'],
  fields: ['website'],
  refuses: 'request',
  evidence: 'assumed',
  source: 'a decision of this project',
  sent: ({ sent }: ClaimFacts) => sent,
} as const

/** The top-level domain that never resolves (RFC 2606). */
const unreachable = /(^|\.)invalid$/

/** Rules about the claim of a website. */
export const userWebsiteRules: readonly Rule<ClaimFacts>[] = [
  {
    ...claim,
    id: 'user_website.name',
    essential: true,
    terminal: true,
    code: 1,
    message: 'website must be a domain, with or without a path.',
    violated: ({ name }) => name === undefined,
  },
  {
    ...claim,
    id: 'user_website.unreachable',
    status: 403,
    code: 403,
    message: 'The website cannot be reached: domains below .invalid never can.',
    source: 'a decision of this project; that a failed verification answers 403 is second-hand (WOO)',
    passes: 'A domain that does not end in .invalid.',
    violated: ({ name = '' }) => unreachable.test(hostOf(name)),
  },
  {
    ...claim,
    id: 'user_website.taken',
    status: 403,
    code: 403,
    message: 'The website is verified by another user.',
    passes: 'A website that no other user has verified.',
    violated: ({ isTaken }) => isTaken,
  },
]

const hostOf = (name: string): string => name.split(/[/:]/, 1)[0] ?? ''
