import type { Rule } from '#server/domain/rules/rule.ts'
import type { BoardPrivacy } from './schema.ts'

/** The facts that the rules of boards evaluate. */
export interface BoardFacts {
  readonly name: string
  /** Another board of the user with the same name. */
  readonly duplicate: unknown
}

/** The facts that the rules about a deletion evaluate. */
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

/** Rules about a new board. */
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

/** Rules about an update of a board. */
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

/** Rules about the deletion of a board. */
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
