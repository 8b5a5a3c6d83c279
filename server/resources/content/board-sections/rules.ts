import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules of sections evaluate. */
export interface BoardSectionFacts {
  readonly name: string
  /** Another section of the board with the same name. */
  readonly duplicate: unknown
}

const nameTaken = {
  fields: ['name'],
  refuses: 'request',
  essential: true,
  evidence: 'assumed',
  source: 'a decision of this project; C12: 5.28 documents no 409 any more, and 400 for what a section cannot be',
  code: 1,
  message: 'Invalid board section parameters: the board has another section of this name.',
  passes: 'A name that no other section of the board has.',
  sent: ({ name }: BoardSectionFacts) => name,
  violated: ({ duplicate }: BoardSectionFacts) => duplicate !== undefined,
} as const

/** Rules about a new section. */
export const boardSectionCreateRules: readonly Rule<BoardSectionFacts>[] = [
  { ...nameTaken, id: 'board_section.create.name-taken', operations: ['board_sections/create'] },
]

/** Rules about an update of a section. */
export const boardSectionUpdateRules: readonly Rule<BoardSectionFacts>[] = [
  { ...nameTaken, id: 'board_section.update.name-taken', operations: ['board_sections/update'] },
]
