import { ApiError, type ApiErrorName } from '#server/domain/errors/api-errors.ts'
import { RedactedCall } from '#server/domain/matching/call-view.ts'
import { nearest } from '#server/http/nearest.ts'
import type { Match } from '#server/inspection/request-match.ts'
import { listAdAccountIds, unknownAdAccounts } from '#server/registry/ad-accounts.ts'
import { ruleCatalog } from '#server/registry/rule-catalog.ts'
import type { World } from '#server/worlds/world.ts'
import { reasonOfCredentials } from './credentials-check.ts'
import { reasonOfNames } from './names-check.ts'
import { type Condition, conditionsOf, hasBody, narrow, ofMethod, ofOperation, ofPath } from './operation-conditions.ts'
import { checkSchemas, type MatchCheck } from './schema-check.ts'
import { isOfStub } from './stubbed-paths.ts'

/**
 * What a match is for: requests that were made, or also those to come; faults of documented operations and stubs; or a
 * stub, which answers anything.
 */
export type MatchUse = 'past' | 'wait' | 'fault' | 'stub'

/**
 * Checks matches before they are used: with one that can never be met, a test that expects no request would always
 * pass.
 *
 * @returns Warnings of what is unlikely, or may become true later.
 * @throws ApiError of that name for a match that can never be met, with the reason and what may have been meant.
 */
export async function checkMatches(
  matches: readonly Match[],
  { world, use, error = 'control.match' }: { world: World; use: MatchUse; error?: ApiErrorName },
): Promise<string[]> {
  const warnings = new Set<string>()
  for (const [index, match] of matches.entries()) {
    const place = matches.length === 1 ? '' : `[${index}]: `
    const check = await checkMatch(match, world, use)
    if (check.reason !== undefined) throw new ApiError(error, { detail: place + check.reason })
    for (const warning of check.warnings) warnings.add(place + warning)
  }
  return [...warnings]
}

/** Returns the reason why no call can meet a match, or warnings. */
export async function checkMatch(match: Match, world: World, use: MatchUse): Promise<MatchCheck> {
  const { left, reason } = narrow(conditionsFor(match, world, use))
  const plain = reasonOfNames(match) ?? reason ?? reasonOfCredentials(match) ?? reasonOfRule(match, world)
  if (plain !== undefined || left === undefined) return { reason: plain, warnings: [] }
  const ofSchemas = isOfStub(match, world.stubs) ? nothing : await checkSchemas(match, left)
  // A stub answers before anything is validated.
  const isStub = use === 'stub' && ofSchemas.reason !== undefined
  if (ofSchemas.reason !== undefined && !isStub) return ofSchemas
  const ofAccount = use === 'stub' ? nothing : accountCheck(match, world, use)
  const methods = left.length > 0 && match.method !== undefined && use !== 'stub' ? methodWarnings(match, left) : []
  return {
    reason: ofAccount.reason,
    warnings: [...methods, ...(isStub ? [ofSchemas.reason ?? ''] : []), ...ofSchemas.warnings, ...ofAccount.warnings],
  }
}

const nothing: MatchCheck = { warnings: [] }

/** Returns the conditions that calls of operations have to meet, as far as calls of no operation are not meant. */
function conditionsFor(match: Match, { stubs }: World, use: MatchUse): readonly Condition[] {
  const { operation, path, method, ad_account } = match
  // What is answered from elsewhere is no operation of this server.
  if (match.fallback !== undefined) return []
  if (operation !== undefined) return [ofOperation(operation), ...conditionsOf({ ...match, operation: undefined })]
  if (use === 'stub' || isOfStub(match, stubs) || isAboutUnmatched(match)) return []
  if (use === 'fault') return conditionsOf(match)
  const ofBody = match.body_path ?? match.body_equals ?? match.body_contains
  // Requests with another method than an operation's are journaled as well.
  const isBodyless = (method === 'GET' || method === 'HEAD') && ofBody !== undefined
  return [...(path === undefined ? [] : [ofPath(path, ad_account)]), ...(isBodyless ? [ofMethod('GET'), hasBody] : [])]
}

const unmatched: readonly string[] = ['request.path', 'request.method', 'request.not-built'] satisfies ApiErrorName[]

/** Returns whether a match is about calls that no operation has: it names what such a call is refused by. */
const isAboutUnmatched = ({ rule, status }: Match): boolean =>
  (rule !== undefined && unmatched.includes(rule)) || ['404', '405', '501'].includes(String(status))

function methodWarnings(
  { method = '', path, operation }: Match,
  left: Parameters<Condition['otherwise']>[0],
): string[] {
  const condition = ofMethod(method)
  if (operation !== undefined || left.some(condition.holds)) return []
  return path === undefined ? [`no operation is called with ${method}`] : [condition.otherwise(left)]
}

/** Returns the reason why a rule never refuses calls of the operation. */
function reasonOfRule({ rule, operation }: Match, { rules }: World): string | undefined {
  if (rule === undefined || operation === undefined) return undefined
  const found = ruleCatalog(rules).find(({ id }) => id === rule)
  if (found === undefined || found.operations.length === 0 || found.operations.includes(operation)) return undefined
  return `rule: ${rule} refuses calls of ${found.operations.join(', ')}, and none of ${operation}`
}

/** Checks that the world has the ad account, or had calls of it. */
function accountCheck(
  { ad_account: id, ...match }: Match,
  { name, readable, journal }: World,
  use: MatchUse,
): MatchCheck {
  if (id === undefined) return nothing
  const existing = listAdAccountIds(readable)
  if (existing.includes(id)) return nothing
  const isPast = use === 'past' || use === 'wait'
  if (
    isPast &&
    (isAboutUnmatched(match) || journal.entries.some((entry) => new RedactedCall(entry).adAccount === id))
  ) {
    return nothing
  }
  const { refused, warnings } = unknownAdAccounts(existing, [id], `the world '${name}'`)
  if (use !== 'past' || refused.length > 0) return { reason: refused[0] && `ad_account: ${refused[0]}`, warnings }
  const hint = existing.length === 0 ? '' : ` Did you mean ${nearest(id, existing)}?`
  return { reason: `ad_account: the world '${name}' never had an ad account ${id}.${hint}`, warnings: [] }
}
