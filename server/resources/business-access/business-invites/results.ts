import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import { faultedItem } from '#server/http/responses/faulted-items.ts'
import { nameRules, ofItem, sendJson, warn } from '#server/http/responses/replies.ts'
import type { InviteRow } from './repository.ts'

/** A batch about invites: what is done with each item, and how the response shows what came of it. */
export interface InviteBatch<Item> {
  readonly items: readonly Item[]
  readonly each: (item: Item) => Outcome<InviteRow>
  readonly invite: (row: InviteRow) => object
  readonly exception: (violation: Violation, item: Item) => object
}

/** The outcome of one item. */
type ItemResult<Item> = { readonly item: Item } & (
  | { readonly row: InviteRow }
  | { readonly violations: readonly Violation[] }
)

/** Does each item in one transaction, and records the violations. */
export function resultsOf<Item>(
  request: FastifyRequest,
  reply: FastifyReply,
  { items, each }: Pick<InviteBatch<Item>, 'items' | 'each'>,
): readonly ItemResult<Item>[] {
  const refused: Violation[] = []
  const results = request.world.write(() =>
    items.map((item, index): ItemResult<Item> => {
      const outcome: Outcome<InviteRow> = faultedItem(request, index) ?? each(item)
      if ('row' in outcome) {
        warn(request, outcome.warnings ?? [])
        return { item, row: outcome.row }
      }
      refused.push(...ofItem(outcome.violations, index))
      return { item, violations: outcome.violations }
    }),
  )
  nameRules(reply, refused)
  return results
}

/** Answers an entry for each item: the invite, or the exception of the first rule that refused it. */
export function replyToInvites<Item>(
  request: FastifyRequest,
  reply: FastifyReply,
  batch: InviteBatch<Item>,
): FastifyReply {
  const entries = resultsOf(request, reply, batch).map((result) => {
    if ('row' in result) return { exception: null, invite: batch.invite(result.row) }
    const [first] = result.violations
    return { exception: first === undefined ? null : batch.exception(first, result.item), invite: null }
  })
  return sendJson(reply, JSON.stringify({ items: entries }))
}

/** Returns the exception of a refused invite or request, or of a recipient of whom there is none. */
export const exceptionOf = ({ code, message }: Violation, id: string | null, targets: readonly string[] | null) => ({
  code,
  invite_or_request_id: id,
  message,
  users_or_partner_ids: targets,
})
