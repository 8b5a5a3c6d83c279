import { z } from 'zod'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { actorQuery, LongId, LongText, text } from '#server/http/schema/fields.ts'

const longestName = 180
const name = text(longestName)
  .min(1)
  .meta({ description: 'Section name. Unique within the board.', example: 'Long walks' })

/** A section of a board in a response. */
export const BoardSection = z
  .object({ id: z.string(), name: z.string() })
  .meta({ id: 'BoardSection', description: 'A section of a board. It groups Pins.' })

/** The request body of a creation or an update. */
export const BoardSectionContent = z
  .object({ id: LongText.nullish().meta({ description: 'Ignored: the server assigns ids.' }), name })
  .meta({
    id: 'BoardSectionContent',
    description: 'Request to create or rename a section.',
    example: { name: 'Long walks' },
  })

/** The query parameters of a list. */
export const BoardSectionListQuery = z.object({ ...actorQuery, ...pageQuery })

/** The response of a list. */
export const BoardSectionPage = pageOf(BoardSection).meta({ id: 'BoardSectionPage' })

/** The path parameters of a section. */
export const BoardSectionPath = z.object({
  board_id: LongId,
  section_id: LongId,
})
