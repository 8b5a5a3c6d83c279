import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { secondsField } from '#server/http/schema/duration-fields.ts'
import { listAdAccountIds, unknownAdAccounts } from '#server/registry/ad-accounts.ts'
import {
  accountOfAd,
  changeDeliverySettings,
  clearFigures,
  DeliveryAccounts,
  DeliveryFigures,
  deliverySettings,
  forgetAttributions,
  listFigures,
  storeFigures,
} from '#server/registry/delivery.ts'
import type { World } from '#server/worlds/world.ts'
import { controlRoute } from '../protocol/route.ts'
import { Warnings, withWarnings } from '../protocol/warnings-field.ts'

const maxFigures = 10_000

const Delivery = z
  .object({
    accounts: DeliveryAccounts,
    ready_after: z.number().meta({ description: 'Seconds after the end of a day until its figures are ready.' }),
    figures: z.array(DeliveryFigures),
    warnings: Warnings,
  })
  .meta({ id: 'Delivery', description: 'Delivery settings of this world, in addition to the model.' })

const Change = z
  .strictObject({
    accounts: DeliveryAccounts.optional(),
    ready_after: secondsField(0).optional(),
    figures: z.array(DeliveryFigures).max(maxFigures).optional(),
  })
  .meta({
    id: 'DeliveryChange',
    example: {
      figures: [{ ad_id: '687100000075', date: '2026-05-30', columns: { IMPRESSION_1: 1000, CLICKTHROUGH_1: 20 } }],
    },
  })

const deliveryOf = (world: World): z.input<typeof Delivery> => {
  const { accounts, ready_after } = deliverySettings(world)
  return { accounts: { ...accounts }, ready_after, figures: [...listFigures(world.readable)] }
}

/** Replaces all figures by these; throws for an ad that the world does not have. */
function replaceFigures({ db }: World, figures: readonly DeliveryFigures[]): void {
  clearFigures(db)
  for (const [index, figure] of figures.entries()) {
    const account = accountOfAd(db, figure.ad_id)
    if (account === undefined) {
      throw new ApiError('request.schema', { detail: `figures[${index}].ad_id: there is no ad ${figure.ad_id}` })
    }
    storeFigures(db, account, figure)
  }
}

/** Returns warnings about ad accounts that may come later; throws for one that no world can have. */
function checkedAccounts({ readable, name }: World, accounts: Readonly<Record<string, unknown>>): readonly string[] {
  const ids = Object.keys(accounts).filter((id) => id !== '*')
  if (ids.length === 0) return []
  const { refused, warnings } = unknownAdAccounts(listAdAccountIds(readable), ids, `the world '${name}'`)
  if (refused.length > 0) throw new ApiError('request.schema', { detail: `accounts: ${refused.join(' ')}` })
  return warnings
}

/** Adds the routes of what a world's ads deliver, beside the model. */
export function deliveryRoutes(app: FastifyInstance): void {
  controlRoute(app, {
    method: 'GET',
    url: '/delivery',
    tag: 'delivery',
    summary: 'Read the delivery settings',
    description: 'Whether and how much ad accounts deliver, when figures are ready, and figures that were set.',
    schema: { response: { 200: Delivery } },
    handler: ({ world }) => deliveryOf(world),
  })

  controlRoute(app, {
    method: 'PUT',
    url: '/delivery',
    tag: 'delivery',
    changesData: true,
    summary: 'Change the delivery settings',
    description:
      'Each part that is sent replaces the earlier one; `{}` and `[]` take it back. Figures of an ad stand in reports in place of those of the model, and add up to its ad group, campaign and account. They also change the past.',
    schema: { body: Change, response: { 200: Delivery } },
    handler: ({ world, body: { figures, ...settings } }) => {
      const warnings = checkedAccounts(world, settings.accounts ?? {})
      world.write(() => {
        if (figures !== undefined) replaceFigures(world, figures)
        const { accounts, ready_after } = settings
        changeDeliverySettings(world, {
          ...(accounts && { accounts }),
          ...(ready_after !== undefined && { ready_after }),
        })
      }, true)
      forgetAttributions(world)
      return { ...deliveryOf(world), ...withWarnings(warnings) }
    },
  })
}
