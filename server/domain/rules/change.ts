import { type EntityStatus, isDraft } from '../ads/status.ts'
import type { Rule } from './rule.ts'

/** The creation or update of one entity, as the rules about its content see it. */
export interface Change<Entity extends { status: EntityStatus }> {
  readonly operation: string
  /** The fields that the client set; null counts where it clears something. */
  readonly sent: Readonly<Record<string, unknown>>
  /** The entity as it is stored; absent on creation. */
  readonly before?: Entity | undefined
  /** The entity as it would be stored. */
  readonly after: Entity
  /** Unix seconds of the world's clock. */
  readonly now: number
}

/** A rule about an entity's content, before `changeRules` adds its condition. */
export interface ChangeRule<Facts> extends Omit<Rule<Facts>, 'refuses' | 'when'> {
  /**
   * `touched` (the default): on creation, on leaving DRAFT, and when an update sends one of the rule's fields.
   * `always`: on every change.
   */
  readonly trigger?: 'touched' | 'always'
  /** Skips drafts, which may be incomplete, until the entity leaves DRAFT. */
  readonly waitsForPublish?: boolean
  /** Locks its fields: sending the stored value again is no change. */
  readonly locks?: boolean
}

/**
 * Adds conditions to content rules: fields of a stored entity that an update does not touch are not evaluated again.
 */
export function changeRules<Facts extends Change<{ status: EntityStatus }>>(
  rules: readonly ChangeRule<Facts>[],
): readonly Rule<Facts>[] {
  const locked = new Set(rules.filter(({ locks }) => locks).flatMap(({ fields }) => fields))
  return rules.map(({ trigger, waitsForPublish, locks, ...rule }) => ({
    ...rule,
    refuses: 'item' as const,
    when: (facts) =>
      rule.operations.includes(facts.operation) &&
      !(waitsForPublish && isDraft(facts.after.status)) &&
      (trigger === 'always' || isNew(facts) || rule.fields.some((field) => touches(facts, field, locked.has(field)))),
  }))
}

/**
 * Tells whether an update changes a field. Null without effect does not count, nor does a locked field's stored value.
 */
function touches({ sent, before, after }: Change<{ status: EntityStatus }>, field: string, isLocked: boolean): boolean {
  if (!(field in sent)) return false
  return !(sent[field] === null || isLocked) || textOf(before, field) !== textOf(after, field)
}

const textOf = (entity: object | undefined, field: string): string | undefined =>
  JSON.stringify(entity && Reflect.get(entity, field))

/** Tells whether all rules apply: the entity is created, or leaves DRAFT. */
export function isNew({ before, after }: Pick<Change<{ status: EntityStatus }>, 'before' | 'after'>): boolean {
  return before === undefined || (isDraft(before.status) && !isDraft(after.status))
}
