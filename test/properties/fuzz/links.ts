import {
  type DescribedOperation,
  type Description,
  operationsIn,
  type Parameter,
  resolved,
} from '#openapi/description.ts'

/** The ad account of the seed, which a made up id would hardly hit. */
const account = '549755885262'

/** Where ids come from: the creation whose response has them, and the place in it, by path parameter. */
const origins: Readonly<Record<string, readonly [operation: string, pointer: string]>> = {
  ad_group_id: ['ad_groups/create', '/items/0/data/id'],
  ad_id: ['ads/create', '/items/0/data/id'],
  asset_group_id: ['asset_group/create', '/asset_group/id'],
  audience_id: ['audiences/create', '/id'],
  batch_id: ['items_batch/post', '/batch_id'],
  board_id: ['boards/create', '/id'],
  bulk_request_id: ['bulk_upsert/create', '/request_id'],
  campaign_id: ['campaigns/create', '/items/0/data/id'],
  catalog_id: ['catalogs/create', '/id'],
  conversion_tag_id: ['conversion_tags/create', '/id'],
  customer_list_id: ['customer_lists/create', '/id'],
  customer_list_upload_id: ['customer_list_uploads/create', '/id'],
  feed_id: ['feeds/create', '/id'],
  label_id: ['labels/create', '/labels/0/id'],
  lead_form_id: ['lead_forms/create', '/items/0/data/id'],
  leads_export_id: ['leads_export/create', '/leads_export_id'],
  media_id: ['media/create', '/media_id'],
  pin_id: ['pins/create', '/id'],
  product_group_id: ['catalogs_product_groups/create', '/id'],
  product_group_promotion_id: ['product_group_promotions/create', '/items/0/data/id'],
  promotion_id: ['promotions/create', '/promotions/0/data/id'],
  section_id: ['board_sections/create', '/id'],
  subscription_id: ['ad_accounts_subscriptions/post', '/id'],
}

/**
 * Returns a document with links from creations to the operations that their ids are for. Links that schemathesis infers
 * are 12,937 for this document: it followed none of them in 12 minutes, since ids of batches are three levels down.
 */
export function linkedDocument(document: Description): Description {
  const linked: Description = structuredClone(document)
  const operations = operationsIn(linked)
  const parametersOf = ({ parameters = [] }: DescribedOperation): readonly Parameter[] =>
    parameters.map((one) => resolved(linked, one)).filter((one) => one.in === 'path')
  for (const [operationId, { operation, path }] of operations) {
    for (const { name } of parametersOf(operation)) {
      const [origin = '', pointer] = origins[name] ?? []
      const source = operations.get(origin)
      if (source === undefined) continue
      const [response] = Object.entries(source.operation.responses).flatMap(([status, one]) =>
        status.startsWith('2') ? [one as { links?: Record<string, object> }] : [],
      )
      const shared = parametersOf(source.operation).filter((one) => path.includes(`{${one.name}}`))
      const parameters = Object.fromEntries([
        ...shared.map((one) => [`path.${one.name}`, `$request.path.${one.name}`]),
        [`path.${name}`, `$response.body#${pointer}`],
      ])
      if (response !== undefined) response.links = { ...response.links, [operationId]: { operationId, parameters } }
    }
    for (const parameter of parametersOf(operation)) {
      if (parameter.name === 'ad_account_id') Object.assign(parameter, { schema: { type: 'string', enum: [account] } })
    }
  }
  return linked
}
