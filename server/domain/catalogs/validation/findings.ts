import type { FeedValueWarning, ItemError, ItemWarning } from './issue-names.ts'
import { itemFieldOf } from './item-fields.ts'

/** One error or warning about an attribute of a product. */
export interface ProductIssue<Name extends string = string> {
  readonly name: Name
  /** The attribute as feeds and batches have it: `image_link`. */
  readonly attribute: string
  /** The value that was sent; empty where there is none. */
  readonly value: string
}

/** What a product comes to while it is checked. */
export interface Findings {
  readonly errors: ProductIssue<ItemError>[]
  readonly warnings: ProductIssue<ItemWarning | FeedValueWarning>[]
  /** The attributes of the item that is made of it, as the API has them. */
  readonly item: Record<string, unknown>
}

/** Records an error: the product is not published. */
export const fail = ({ errors }: Findings, name: ItemError, attribute: string, value = ''): void =>
  void errors.push({ name, attribute, value })

/** Records a warning. */
export const warn = (
  { warnings }: Findings,
  name: ItemWarning | FeedValueWarning,
  attribute: string,
  value = '',
): void => void warnings.push({ name, attribute, value })

const longestValue = 2_000

/** An issue as the API lists it with an item. */
export interface ItemIssueDetails {
  readonly attribute_name: string | null
  readonly provided_value: string | null
}

/** Returns the details of an issue, as the API lists them under its name. */
export const issueDetails = ({ attribute, value }: ProductIssue): ItemIssueDetails => ({
  attribute_name: itemFieldOf(attribute),
  provided_value: value.slice(0, longestValue),
})
