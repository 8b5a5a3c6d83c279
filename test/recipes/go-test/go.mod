module example.com/campaigns

go 1.24
