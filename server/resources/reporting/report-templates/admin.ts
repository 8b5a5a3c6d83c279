import { creatable, editableEntity, editedRow } from '#server/contracts/editable-entity.ts'
import { Id } from '#server/http/schema/fields.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import type { World } from '#server/worlds/world.ts'
import { type ReportTemplateRow, reportTemplateTable } from './repository.ts'
import { ReportTemplateCreate } from './schema.ts'
import { createReportTemplate } from './service.ts'

/** Direct edits of report templates, which the API only reads: creation, change and deletion. */
export const reportTemplateKind = editableEntity({
  name: 'report_templates',
  change: ReportTemplateCreate.shape,
  edit: (world: World, row: ReportTemplateRow, change) =>
    reportTemplateTable.update(world.db, editedRow(row, change)).json,
  creation: creatable(
    { ad_account_id: Id, ...ReportTemplateCreate.shape },
    (world, { ad_account_id, ...item }) =>
      createReportTemplate(world, requireAdAccount(world, ad_account_id), item).json,
  ),
  remove: ({ db }: World, { id }: ReportTemplateRow) => reportTemplateTable.remove(db, id),
})
