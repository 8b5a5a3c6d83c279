/** Micro-currency: a millionth of the ad account's currency unit; 5,000,000 is five dollars. Null and 0 are unset. */
export type Micro = number | null

/** Tells whether an amount is set. */
export const isSet = (amount: Micro | undefined): boolean => amount !== null && amount !== undefined && amount > 0
