import { buildApp } from '../server/app.ts'
import { Stage } from '../server/stage.ts'
import { announce } from './announce.ts'
import { imageWith } from './image.ts'

const [, , campaigns] = process.argv
const image = imageWith(campaigns === undefined ? undefined : Number(campaigns))
const app = buildApp({ stage: new Stage({ image }) })
await announce(app, { imageBytes: image.length })
