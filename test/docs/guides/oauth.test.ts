import { testPage } from '../snippets.ts'

testPage('docs/guides/oauth.md')
