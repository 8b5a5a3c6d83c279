import type { ProductCategory } from '#server/domain/reference/product-categories.ts'
import { type Interest, wordsOf } from '../trending-keywords/words.ts'

/** The interests of featured topics. */
export const topicInterests = [
  'ALL',
  'ANIMALS',
  'ARCHITECTURE',
  'ART',
  'BEAUTY',
  'DIY_AND_CRAFTS',
  'EDUCATION',
  'EVENT_PLANNING',
  'FASHION',
  'FOOD_AND_DRINKS',
  'GARDENING',
  'HEALTH',
  'HOME_DECOR',
  'PARENTING',
  'TRAVEL',
  'WEDDING',
] as const
/** One of `topicInterests`. */
export type TopicInterest = (typeof topicInterests)[number]

/** The genders that trends of categories distinguish. */
export const genders = ['MALE', 'FEMALE', 'UNSPECIFIED'] as const

/** The verticals of product categories; a category of none belongs to no filter. */
export const verticals = ['FASHION', 'HOME_DECOR', 'BEAUTY'] as const
/** One of `verticals`. */
export type Vertical = (typeof verticals)[number]

const everything = Object.values(wordsOf).flat()

/** Returns the searches that topics of an interest are made of: of ALL, those of every interest. */
export function topicsOf(interest: TopicInterest): readonly string[] {
  if (interest === 'ALL') return everything
  if (interest === 'FASHION') return [...wordsOf.womens_fashion, ...wordsOf.mens_fashion]
  return wordsOf[interest.toLowerCase() as Interest]
}

const namesOf: Readonly<Record<Vertical, RegExp>> = {
  FASHION:
    /DRESS(?!ER)|SHIRT|BLOUSE|PANTS|JEANS|BOOTS|SHOES|SANDALS|FLATS|CLOGS|CLOTHING|COATS|SKIRT|LEGGINGS|JEWELRY|BRACELET|EARRING|NECKLACE|RINGS|HANDBAGS|BACKPACKS|HATS|HEADWEAR|SWEATER|SUITS|OUTERWEAR/,
  HOME_DECOR:
    /TABLE|CHAIR|RUGS|LAMP|CURTAIN|BEDDING|BED_SHEETS|FURNITURE|SOFA|MIRROR|VASE|CANDLE|CHANDELIER|DECOR|DESKS|BENCHES|OTTOMANS|LIGHTING/,
  BEAUTY: /MAKEUP|HAIR|NAIL_|NAILS|LIP_|LIPSTICK|FRAGRANCE|FACIAL|FACE_|EYE_|EYELINER|MASCARA|BLUSH|BODY_|BEAUTY|SKIN/,
}

/** Returns the verticals of a product category, by its name. */
export const verticalsOf = (category: ProductCategory): readonly Vertical[] =>
  verticals.filter((vertical) => namesOf[vertical].test(category))

/** Returns the name of a product category or an interest in words: `accent tables`. */
export const inWords = (name: string): string => name.toLowerCase().replaceAll('_', ' ')
