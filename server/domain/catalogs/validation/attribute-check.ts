import { type Findings, warn } from './findings.ts'
import type { ItemWarning } from './issue-names.ts'
import { booleanOf, cut, isLonger, partsOf, wordIn } from './values.ts'

/** Checks one optional attribute that is not empty, and stores it with the item where it is valid. */
export type AttributeCheck = (found: Findings, name: string, text: string, value: unknown) => void

/** Stores an attribute as it is. */
export const kept: AttributeCheck = ({ item }, name, text) => {
  item[name] = text
}

/** Stores an attribute only where it passes a test. */
export const keptIf =
  (isValid: (text: string) => boolean, warning: ItemWarning): AttributeCheck =>
  (found, name, text) => {
    if (isValid(text)) found.item[name] = text
    else warn(found, warning, name, text)
  }

/** Stores one of these words, however it is written. */
export const oneOf =
  (words: readonly string[], warning: ItemWarning): AttributeCheck =>
  (found, name, text) => {
    const word = wordIn(words, text)
    if (word === undefined) warn(found, warning, name, text)
    else found.item[name] = word
  }

/** Stores one of these words, however it is written, and nothing of another text. */
export const wordOf =
  (words: readonly string[]): AttributeCheck =>
  ({ item }, name, text) => {
    const word = wordIn(words, text)
    if (word !== undefined) item[name] = word
  }

/** Stores a text, cut to a length. */
export const truncated =
  (most: number, warning: ItemWarning): AttributeCheck =>
  (found, name, text) => {
    if (isLonger(text, most)) warn(found, warning, name, text)
    found.item[name] = cut(text, most)
  }

/** Stores a text only where it is short enough. */
export const shortEnough = (most: number, warning: ItemWarning): AttributeCheck =>
  keptIf((text) => !isLonger(text, most), warning)

/** Stores a boolean, however it is written. */
export const booleanValue: AttributeCheck = ({ item }, name, text) => {
  const value = booleanOf(text)
  if (value !== undefined) item[name] = value
}

/** Stores a number where it passes a test, and nothing of another text. */
export const numeric =
  (isValid: (value: number) => boolean): AttributeCheck =>
  ({ item }, name, text) => {
    const value = Number(text)
    if (isValid(value)) item[name] = value
  }

/** Stores the parts of a list. */
export const list: AttributeCheck = ({ item }, name, _text, value) => {
  item[name] = partsOf(value)
}
