-- The same page in 110 spellings of its limit (050, 0050, …), one after the other: to the daemon each is a question of
-- its own, so of 64 connections none gets the answer that another asked for.
local spelling = 0

function request()
    spelling = spelling % 110 + 1
    return wrk.format("GET", wrk.path .. string.rep("0", spelling) .. "50")
end
