import { itemErrors } from './issue-names.ts'

const names: readonly string[] = itemErrors
/** Codes are known by two examples, 106 and 112: those of errors begin at 100, and of warnings at 200. */
const firstErrorCode = 100

/** The code of every warning about an item. */
const warningCode = 200

/** The code of an error about a feed as a whole. */
const feedErrorCode = firstErrorCode + names.length

/** Returns the code of an error or warning about an item, or about a feed as a whole. */
export function codeOfIssue(name: string, severity: 'ERROR' | 'WARN'): number {
  if (severity === 'WARN') return warningCode
  const position = names.indexOf(name)
  return position === -1 ? feedErrorCode : firstErrorCode + position
}
