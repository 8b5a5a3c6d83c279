import { testPage } from '../snippets.ts'

testPage('docs/testing/dotnet.md')
