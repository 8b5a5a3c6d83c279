import { type EntityStatus, isDraft } from '../ads/status.ts'
import type { Rule } from './rule.ts'

/** The facts of one entity being created or updated, as every rule about its content sees them. */
export interface Change<Entity extends { status: EntityStatus }> {
  readonly operation: string
  /** What the client gave a value to; null counts where it clears something. */
  readonly sent: Readonly<Record<string, unknown>>
  /** The entity as it is stored; absent on creation. */
  readonly before?: Entity | undefined
  /** The entity as it would be stored. */
  readonly after: Entity
  /** Unix seconds of the world's clock. */
  readonly now: number
}

/** A rule about an entity's content, before it is told when to speak. */
export interface ChangeRule<Facts> extends Omit<Rule<Facts>, 'refuses' | 'when'> {
  /**
   * `touched` (the default): on creation, on leaving DRAFT, and when an update sends one of the rule's fields.
   * `always`: on every change.
   */
  readonly trigger?: 'touched' | 'always'
  /** A draft may be incomplete: such a rule waits until the entity leaves DRAFT. */
  readonly waitsForPublish?: boolean
  /** The rule locks its fields: sending what is stored again is no change. */
  readonly locks?: boolean
}

/** Gives content rules their moment: a stored entity is not judged anew for what nobody touched. */
export function changeRules<Facts extends Change<{ status: EntityStatus }>>(
  rules: readonly ChangeRule<Facts>[],
): readonly Rule<Facts>[] {
  const locked = new Set(rules.filter(({ locks }) => locks).flatMap(({ fields }) => fields))
  return rules.map(({ trigger: asked, waitsForPublish, locks, ...rule }) => ({
    ...rule,
    refuses: 'item' as const,
    when: (facts) =>
      rule.operations.includes(facts.operation) &&
      !(waitsForPublish && isDraft(facts.after.status)) &&
      (asked === 'always' || isNew(facts) || rule.fields.some((field) => touches(facts, field, locked.has(field)))),
  }))
}

/** Whether an update is about a field: null where nothing is cleared is not, nor is a locked field's stored value. */
function touches({ sent, before, after }: Change<{ status: EntityStatus }>, field: string, isLocked: boolean): boolean {
  if (!(field in sent)) return false
  return !(sent[field] === null || isLocked) || textOf(before, field) !== textOf(after, field)
}

const textOf = (entity: object | undefined, field: string): string | undefined =>
  JSON.stringify(entity && Reflect.get(entity, field))

/** Created, or leaving DRAFT: judged whole. */
export function isNew({ before, after }: Pick<Change<{ status: EntityStatus }>, 'before' | 'after'>): boolean {
  return before === undefined || (isDraft(before.status) && !isDraft(after.status))
}
