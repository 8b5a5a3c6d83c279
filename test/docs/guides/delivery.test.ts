import { testPage } from '../snippets.ts'

testPage('docs/guides/delivery.md')
