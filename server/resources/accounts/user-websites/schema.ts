import { z } from 'zod'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { actorQuery, LongText } from '#server/http/schema/fields.ts'

/**
 * The states of a claim in lists. WooCommerce's plugin looks for `verified` there and for `success` in the response to a
 * claim; the others are this project's own.
 */
export const websiteStatuses = ['pending', 'verified', 'failed'] as const
/** One of `websiteStatuses`. */
export type WebsiteStatus = (typeof websiteStatuses)[number]

/** A website in a response. */
export const UserWebsite = z
  .object({
    website: z.string(),
    status: z.string().meta({
      description:
        'State of the claim. In lists pending, verified or failed; in the response to a claim success or already_verified_by_user for verified.',
    }),
    verified_at: z
      .string()
      .optional()
      .meta({ description: 'Time in UTC, without a zone. Absent until the claim succeeds.' }),
  })
  .meta({ id: 'UserWebsiteSummary', description: 'A website that a user claims.' })

/** The request body of a claim. */
export const UserWebsiteClaim = z
  .object({
    website: LongText.optional().meta({
      description: 'Domain, and a path where only that is claimed. A scheme is dropped.',
      example: 'shop.example.com',
    }),
    verification_method: z.enum(['FILENAME', 'METATAG', 'DNSTXT']).optional().meta({
      description: 'Place where the code is published. No website is read: any method succeeds.',
      'x-default': 'METATAG',
    }),
  })
  .meta({
    id: 'UserWebsiteVerifyRequest',
    description: 'Request to claim a website.',
    example: { website: 'shop.example.com', verification_method: 'METATAG' },
  })

/** The query parameters of a claim and of the verification code. */
export const ClaimQuery = z.object(actorQuery)

/** The query parameters of a list. */
export const UserWebsiteListQuery = z.object(pageQuery)

/** The response of a list. */
export const UserWebsitePage = pageOf(UserWebsite).meta({ id: 'UserWebsitePage' })

/** The query parameters of a deletion. */
export const UserWebsiteQuery = z.object({
  website: LongText.meta({ description: 'Claimed domain, with its path.', example: 'shop.example.com' }),
})

/** What a user publishes on a website to claim it. */
export const WebsiteVerification = z
  .object({
    verification_code: z.string(),
    dns_txt_record: z.string(),
    metatag: z.string(),
    filename: z.string(),
    file_content: z.string(),
  })
  .meta({
    id: 'UserWebsiteVerificationCode',
    description: "The user's code, in each form in which a website can publish it.",
  })

export type UserWebsite = z.output<typeof UserWebsite>
export type UserWebsiteClaim = z.output<typeof UserWebsiteClaim>
export type WebsiteVerification = z.output<typeof WebsiteVerification>
