import type { Rule } from '#server/domain/rules/rule.ts'

/** Rules about running an upload; each refuses the request. */
export const uploadRules: readonly Rule<{ readonly started_time: number | null }>[] = [
  {
    id: 'customer_list_upload.run.once',
    operations: ['customer_list_uploads/run'],
    fields: ['state'],
    refuses: 'request',
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'An upload is run once, and this one was run already.',
    passes: 'A new upload, made by customer_list_uploads/create.',
    violated: ({ started_time }) => started_time !== null,
  },
]
