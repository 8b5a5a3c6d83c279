import { z } from 'zod'
import { matchTypes } from '#server/domain/ads/keywords.ts'
import { text } from './fields.ts'

/** How closely a search must match the keyword. */
export const MatchTypeField = z
  .enum(matchTypes)
  .meta({ description: 'How closely a search must match; negative ones exclude it.', example: 'BROAD' })

/** The text of a keyword. */
export const KeywordValue = text(120).meta({ description: 'What is searched for.', example: 'hiking boots' })
