import { buildApp } from '../server/app.ts'
import { Stage } from '../server/stage.ts'
import { announce } from './announce.ts'
import { imageWith } from './image.ts'

const [campaigns, journal] = process.argv.slice(2).map(Number)
const image = imageWith(campaigns)
const app = buildApp({ stage: new Stage({ image, journal: { entries: journal } }) })
await announce(app, { imageBytes: image.length })
