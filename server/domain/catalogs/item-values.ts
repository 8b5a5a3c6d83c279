/** How an item may be available. */
export const itemAvailabilities = ['IN_STOCK', 'OUT_OF_STOCK', 'PREORDER'] as const
/** The conditions of items. */
export const itemConditions = ['NEW', 'USED', 'REFURBISHED'] as const
/** The genders that items are for. */
export const itemGenders = ['FEMALE', 'MALE', 'UNISEX'] as const
/** What the Pin of an item may show. */
export const itemMediaTypes = ['IMAGE', 'VIDEO'] as const
