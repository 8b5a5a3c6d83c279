import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import { apiErrors } from '#server/domain/errors/protocol-errors.ts'
import { truncatedText } from '#server/domain/truncate.ts'
import { viewOf } from '#server/inspection/request-view.ts'
import type { Verdict } from '#server/inspection/verify.ts'
import { withWarnings } from '../protocol/warnings-field.ts'
import { type LinkedVerification, linkToNearMisses } from './console-link.ts'
import { maxShown, type Unverified, type Verified } from './verification-schema.ts'

/** The most requests in a message, and characters of the URL of one. */
const [maxListed, maxUrl] = [3, 120]

/** How a verification is answered beside its outcome. */
interface AnswerOptions {
  readonly warnings: readonly string[]
  /** What the address of its near misses is made of. */
  readonly link: LinkedVerification
}

/** Answers a verification: 422 where it failed, with a message that shows what is near. */
export function answer(reply: FastifyReply, verdict: Verdict, { warnings, link }: AnswerOptions): FastifyReply {
  const { verified, expected, found, forgotten, entries, near_misses } = verdict
  const items = entries.slice(-maxShown).map(viewOf)
  const summary = { found, forgotten, items, ...withWarnings(warnings) }
  if (verified) return reply.send({ verified, ...summary } satisfies z.input<typeof Verified>)
  const { status, code, message } = apiErrors['control.unverified']
  const console = linkToNearMisses(verdict, link)
  const misses = near_misses.map((near) => ({ ...near, misses: [...near.misses] }))
  return reply.code(status).send({
    code,
    message: [`${message}: expected ${expected}; found ${found}.`, ...detailsOf(verdict), ...seen(console)].join('\n'),
    verified,
    expected,
    ...summary,
    near_misses: misses,
    ...(console !== undefined && { console }),
  } satisfies z.input<typeof Unverified>)
}

/** Returns the line that names the address of the near misses. */
const seen = (console: string | undefined): readonly string[] =>
  console === undefined ? [] : [`In the console: ${console}`]

/** Returns lines that say what is near, or what was found too often. */
function detailsOf({ entries, near_misses: [nearest] }: Verdict): readonly string[] {
  if (nearest !== undefined) {
    const { id, method, url, difference } = nearest
    return [`The nearest is ${id}, ${method} ${truncatedText(url, maxUrl)}:`, difference]
  }
  if (entries.length === 0) return ['No request meets a part of it.']
  const latest = entries.slice(-maxListed).map((entry) => {
    const { id, method, url, status } = viewOf(entry)
    return `  ${id} ${method} ${truncatedText(url, maxUrl)} ${status ?? 'without an answer'}`
  })
  return [entries.length > latest.length ? `The latest ${latest.length} of them:` : 'Found:', ...latest]
}
