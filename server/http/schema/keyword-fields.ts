import { z } from 'zod'
import { matchTypes } from '#server/domain/ads/keywords.ts'
import { text } from './fields.ts'

/** How closely a search must match the keyword. */
export const MatchTypeField = z.enum(matchTypes).meta({
  description: 'Match type: required similarity of a search. Negative types exclude matching searches.',
  example: 'BROAD',
})

/** The text of a keyword. */
export const KeywordValue = text(120).meta({ description: 'Keyword text.', example: 'hiking boots' })
