import type { Description } from '#openapi/description.ts'
import { type Edits, entityEdits, registryEdits } from './edits.ts'
import { filesOf, plainFilesOf } from './files.ts'
import { root } from './folders.ts'
import { namesOf, singularOf } from './names.ts'
import type { Selection } from './operations-of.ts'
import { plainOperations } from './plain-plan.ts'
import { planOf } from './plan.ts'
import { UncoveredError } from './refused.ts'
import { nextMigration } from './write.ts'

/** What is written for a resource. */
export interface Draft {
  /** The operations that it has then. */
  readonly ids: readonly string[]
  readonly files: Readonly<Record<string, string>>
  readonly edits: Edits
  /** What the person who runs the program must know beside the files. */
  readonly notes: readonly string[]
}

/** Returns the draft of a resource: whole where a template covers its operations, else without what they do. */
export function draftOf(description: Description, selection: Selection, area: string): Draft {
  try {
    return wholeDraft(description, selection, area)
  } catch (error) {
    if (!(error instanceof UncoveredError)) throw error
    return plainDraft(description, selection, area, error.message)
  }
}

function wholeDraft(description: Description, selection: Selection, area: string): Draft {
  const plan = planOf(description, selection, area)
  const operations = Object.values(plan.operations.byRole)
  return {
    ids: operations.map(({ id }) => id),
    files: filesOf(plan, nextMigration(root)),
    edits: { ...registryEdits(description, area, plan.names, operations), ...entityEdits(plan) },
    notes: plan.operations.others.map(({ id }) => `Not written, since no template covers it: ${id}`),
  }
}

function plainDraft(description: Description, selection: Selection, area: string, reason: string): Draft {
  const { name: resource } = selection
  const found = plainOperations(description, selection)
  const operations = found.map(({ operation }) => operation)
  const unwritten = found.filter(({ isComputed }) => !isComputed).map(({ operation }) => operation.id)
  return {
    ids: operations.map(({ id }) => id),
    files: plainFilesOf(description, resource, area, found),
    edits: registryEdits(description, area, namesOf(resource, singularOf(resource)), operations),
    notes: [`Nothing is stored, since ${reason}.`, ...unwritten.map((id) => `Answers 501 until it is written: ${id}`)],
  }
}
