import type { FastifyInstance } from 'fastify'
import { completeControlDocument } from '#openapi/control-document.ts'
import { controlFrame } from '#openapi/control-frame.ts'
import type { Description } from '#openapi/description.ts'
import { completeDocument } from '#openapi/document.ts'
import { documentFrame } from '#openapi/frame.ts'
import { apiVersion } from '#server/plugins/headers.ts'
import type { DescribedApi } from '#server/registry/described-resources.ts'
import { documentedOperations } from './documented-operations.ts'
import { generatedDocument } from './generated-document.ts'

/** Returns the document of the API, which is committed as `openapi/openapi.json`. */
export const apiDocument = ({ add, tags, examples }: DescribedApi): Promise<object> =>
  generatedDocument({
    describe: (api) => add(documentedOperations(api)),
    frame: documentFrame({ version: apiVersion, publicUrl: '', tags }),
    complete: (generated) => completeDocument(generated as unknown as Description, { examples }),
  })

/** Returns the document of test control, which is committed as `openapi/control.json`, made of the calls that are added. */
export const controlDocument = (add: (control: FastifyInstance) => Promise<void>): Promise<object> =>
  generatedDocument({
    async describe(api) {
      await api.register(add, { prefix: '/__mock' })
    },
    frame: controlFrame,
    complete: (generated) => completeControlDocument(generated as unknown as Description),
  })
