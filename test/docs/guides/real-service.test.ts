import { testPage } from '../snippets.ts'

testPage('docs/guides/real-service.md')
