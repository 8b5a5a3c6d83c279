import type { Rule } from '#server/domain/rules/rule.ts'
import type { BoardPrivacy } from './schema.ts'

/** A board that is to be stored. */
export interface BoardFacts {
  readonly name: string
  /** Another board that has this name. */
  readonly duplicate: unknown
}

/** A board that is to be deleted. */
export interface BoardDeleteFacts {
  readonly privacy: BoardPrivacy
}

const nameTaken = {
  fields: ['name'],
  refuses: 'request',
  essential: true,
  sent: ({ name }: BoardFacts) => name,
  violated: ({ duplicate }: BoardFacts) => duplicate !== undefined,
} as const

/** Rules about a board that is created. */
export const boardCreateRules: readonly Rule<BoardFacts>[] = [
  {
    ...nameTaken,
    id: 'board.create.name-taken',
    operations: ['boards/create'],
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'Could not create board: the user has one of this name.',
    passes: 'Another name.',
  },
]

/** Rules about a board that is changed. */
export const boardUpdateRules: readonly Rule<BoardFacts>[] = [
  {
    ...nameTaken,
    id: 'board.update.name-taken',
    operations: ['boards/update'],
    evidence: 'observed',
    source: 'PSDK test_boards (the first words; the code and the rest are assumed)',
    code: 1,
    message: 'Could not edit board: the user has another one of this name.',
    passes: 'Another name.',
  },
]

/** Rules about a board that is deleted. */
export const boardDeleteRules: readonly Rule<BoardDeleteFacts>[] = [
  {
    id: 'board.delete.protected',
    operations: ['boards/delete'],
    fields: ['privacy'],
    refuses: 'request',
    status: 401,
    evidence: 'second-hand',
    source: 'S523 multi_pins/analytics for the code and the text; that it refuses this is told by a developer',
    code: 7,
    message: 'Not authorized to access board or Pin.',
    passes: 'A board that is PUBLIC or SECRET.',
    violated: ({ privacy }) => privacy === 'PROTECTED',
  },
]
