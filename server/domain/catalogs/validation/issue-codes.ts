import { itemErrors } from './issue-names.ts'

const names: readonly string[] = itemErrors
/** Codes are known by two examples, 106 and 112: those of errors begin at 100, and of warnings at 200. */
const firstErrorCode = 100

/** The code of every warning about an item. */
export const itemWarningCode = 200

/** The code of an error about an item that is none of `itemErrors`. */
export const otherErrorCode = firstErrorCode + names.length

/** Returns the code of an error about an item; undefined where it is none of `itemErrors`. */
export function itemErrorCode(name: string): number | undefined {
  const position = names.indexOf(name)
  return position === -1 ? undefined : firstErrorCode + position
}
