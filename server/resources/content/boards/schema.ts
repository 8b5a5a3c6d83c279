import { z } from 'zod'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { actorQuery, LongId, text } from '#server/http/schema/fields.ts'

/** PUBLIC: visible to everybody. PROTECTED: visible only in ads. SECRET: visible only to its owner. */
export const boardPrivacies = ['PUBLIC', 'PROTECTED', 'SECRET'] as const
/** One of `boardPrivacies`. */
export type BoardPrivacy = (typeof boardPrivacies)[number]

const longestName = 180
const longestDescription = 500

const name = text(longestName)
  .min(1)
  .meta({ description: 'Board name. Unique per user, ignoring case.', example: 'Summer walks' })
const description = text(longestDescription).nullish().meta({ description: 'Board description.' })
const Privacy = z.enum(boardPrivacies).meta({
  description:
    'Privacy. PUBLIC: visible to everybody. PROTECTED: visible in ads only. SECRET: visible to the user only.',
})
const count = z.int().min(0)

/** The owner of a board or a Pin. */
export const BoardOwner = z
  .object({ username: z.string() })
  .meta({ id: 'BoardOwner', description: 'Owner of the board, by username.' })

/** A board as it is stored: the response without the counts. */
export const StoredBoard = z.object({
  id: LongId,
  name: z.string(),
  description: z.string().meta({ description: 'Description. Empty text where the board has none.' }),
  privacy: Privacy,
  is_ads_only: z.boolean().meta({ description: 'Whether the board holds Pins for ads only.' }),
  owner: BoardOwner,
  created_at: z.string().meta({ description: 'Time in UTC, without a zone.' }),
  collaborator_count: count,
  follower_count: count,
})

/** A board in a response. */
export const Board = StoredBoard.extend({
  board_pins_modified_at: z
    .string()
    .meta({ description: "Time of the last change to the board's Pins, in UTC, without a zone." }),
  pin_count: count,
  media: z.object({
    image_cover_url: z
      .string()
      .nullable()
      .meta({ description: 'Image URL of the newest Pin. null on an empty board.' }),
    pin_thumbnail_urls: z.array(z.string()).meta({ description: 'Image URLs of the 5 newest Pins.' }),
  }),
}).meta({ id: 'Board', description: 'A board with Pins.' })

/** The request body of a creation. */
export const BoardCreate = z
  .object({
    name,
    description,
    privacy: Privacy.nullish(),
    is_ads_only: z.boolean().nullish().meta({
      description: 'Whether to create a PROTECTED board for Pins of ads. The name is then always Ad-only Pins.',
    }),
  })
  .meta({
    id: 'BoardCreate',
    description: 'Request to create a board. Absent privacy: PUBLIC.',
    example: { name: 'Summer walks', description: 'Where to go when it is warm', privacy: 'PUBLIC' },
  })

/** The request body of an update. */
export const BoardUpdate = z
  .object({ name: name.nullish(), description, privacy: z.enum(['PUBLIC', 'SECRET']).nullish() })
  .meta({ id: 'BoardUpdate', description: 'Request to update a board.', example: { name: 'Trails and peaks' } })

/** The query parameters of a list. */
export const BoardListQuery = z.object({
  privacy: z
    .enum(['ALL', 'PUBLIC', 'PROTECTED', 'SECRET', 'PUBLIC_AND_SECRET'])
    .optional()
    .meta({ description: 'Returns only boards with this privacy. Absent: every board.' }),
  ...actorQuery,
  ...pageQuery,
})

/** The response of a list. */
export const BoardPage = pageOf(Board).meta({ id: 'BoardPage' })

/** The path parameters of a board. */
export const BoardPath = z.object({ board_id: LongId })

/** The query parameter that names the ad account to act for. */
export const ActorQuery = z.object(actorQuery)

export type StoredBoard = z.output<typeof StoredBoard>
export type BoardCreate = z.output<typeof BoardCreate>
export type BoardUpdate = z.output<typeof BoardUpdate>
