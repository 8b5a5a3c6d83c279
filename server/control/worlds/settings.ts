import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { secondsField } from '#server/http/schema/duration-fields.ts'
import { listAdAccountIds, unknownAdAccounts } from '#server/registry/ad-accounts.ts'
import {
  changeDeliverySettings,
  DeliveryAccounts,
  deliverySettings,
  forgetAttributions,
} from '#server/registry/delivery.ts'
import { checkedOverrides } from '#server/registry/rule-catalog.ts'
import { overridesInput } from '#server/worlds/adopted-overrides.ts'
import { featuresSchema, Limits, rulesSchema, targetSchemas } from '#server/worlds/settings-schema.ts'
import type { World } from '#server/worlds/world.ts'
import { controlRoute } from '../protocol/route.ts'
import { Warnings, withWarnings } from '../protocol/warnings-field.ts'
import { Transitions } from './transition-fields.ts'

const Delivery = z
  .object({
    accounts: DeliveryAccounts,
    ready_after: secondsField(0).meta({
      description: 'Seconds after the end of a day until its figures are ready, or text such as `6h`.',
    }),
  })
  .meta({ description: 'Delivery by ad account, and the delay of figures; fixed figures are at `/delivery`.' })

const target = {
  api_version: targetSchemas.api_version.meta({
    description: 'Version of the API that calls are answered as. The header `x-mock-api-version` outranks it.',
  }),
  rehearse: targetSchemas.rehearse.meta({
    description: 'Version of the API that calls are compared with, for `rehearsals` of the report.',
  }),
  profile: targetSchemas.profile.meta({
    description: 'Place that the world stands for: the sandbox, production with trial access, or with standard access.',
  }),
}

const Settings = z
  .object({
    features: z.record(z.string(), z.record(z.string(), z.boolean().optional())),
    rules: rulesSchema,
    limits: Limits,
    ...target,
    transitions: Transitions,
    delivery: Delivery,
    warnings: Warnings,
  })
  .meta({
    id: 'Settings',
    description: "Settings of this world, in addition to the server's options.",
  })
/** The settings that a call changes. */
export const SettingsChange = z
  .strictObject({
    features: featuresSchema.optional(),
    rules: overridesInput()
      .optional()
      .meta({ description: 'Overrides of rules by id, or the content of an evidence file of `probe`.' }),
    limits: Limits.optional(),
    api_version: target.api_version.optional(),
    rehearse: target.rehearse.optional(),
    profile: target.profile.optional(),
    transitions: Transitions.optional(),
    delivery: Delivery.partial().optional(),
  })
  .meta({
    id: 'SettingsChange',
    example: { features: { '*': { require_cbo: true } }, rules: { 'campaign.budget.one-cap': { off: true } } },
  })

const settingsOf = (world: World): z.input<typeof Settings> => ({
  features: { ...world.settings.featureSettings },
  rules: { ...world.settings.ruleOverrides },
  limits: world.limits as z.input<typeof Limits>,
  ...world.target,
  transitions: Object.fromEntries(
    Object.entries(world.transitions).map(([kind, { transition }]) => [kind, transition]),
  ),
  delivery: deliverySettings(world) as z.input<typeof Delivery>,
})

/**
 * Returns warnings about ad accounts that may come later.
 *
 * @throws ApiError for one that no world can have.
 */
function checkedAdAccounts({ readable, name }: World, part: string, settings: object = {}): readonly string[] {
  const ids = Object.keys(settings).filter((id) => id !== '*')
  if (ids.length === 0) return []
  const { refused, warnings } = unknownAdAccounts(listAdAccountIds(readable), ids, `the world '${name}'`)
  if (refused.length > 0) throw new ApiError('request.schema', { detail: `${part}: ${refused.join(' ')}` })
  return warnings
}

/**
 * Changes the settings of a world, all that are sent or none, and returns warnings.
 *
 * @throws ApiError for one that is refused.
 */
export function applySettings(world: World, change: z.output<typeof SettingsChange>): readonly string[] {
  const { limits, features, transitions, delivery, api_version, rehearse, profile } = change
  const rules = change.rules && checkedOverrides(change.rules)
  const warnings = [
    ...checkedAdAccounts(world, 'features', features),
    ...checkedAdAccounts(world, 'delivery.accounts', delivery?.accounts),
  ]
  const { accounts, ready_after } = delivery ?? {}
  world.settings.change({ rules, limits, features, transitions, api_version, rehearse, profile }, () => {
    if (delivery === undefined) return
    changeDeliverySettings(world, { ...(accounts && { accounts }), ...(ready_after !== undefined && { ready_after }) })
  })
  if (delivery !== undefined) forgetAttributions(world)
  return warnings
}

/** Adds the routes of a world's features, rule overrides and limits. */
export function settingRoutes(app: FastifyInstance): void {
  controlRoute(app, {
    method: 'GET',
    url: '/settings',
    tag: 'settings',
    summary: 'Read the settings',
    description:
      'Returns features by ad account (`*` for all), overridden rules, limits, the version and profile of the API, transitions by kind, and delivery.',
    schema: { response: { 200: Settings } },
    handler: ({ world }) => settingsOf(world),
  })

  controlRoute(app, {
    method: 'PUT',
    url: '/settings',
    tag: 'settings',
    summary: 'Change the settings',
    description:
      'Replaces each part that is sent; `{}` resets a part. An ad account that can never exist is refused; one that may be created later is accepted with a warning.',
    schema: { body: SettingsChange, response: { 200: Settings } },
    handler: ({ world, body }) => {
      const warnings = applySettings(world, body)
      world.journal.announce('settings', { action: 'changed', parts: Object.keys(body) })
      return { ...settingsOf(world), ...withWarnings(warnings) }
    },
  })
}
