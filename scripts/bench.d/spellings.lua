-- The same page in 110 spellings of the word province, one after the other: to the daemon each is a question of its own,
-- so of 64 connections none gets the answer that another asked for.
local word = "province"
local spelling = 0

local function spelled(number)
    return (word:gsub("().", function(index)
        local letter = word:sub(index, index)
        return math.floor(number / 2 ^ (index - 1)) % 2 == 1 and string.format("%%%02X", letter:byte()) or letter
    end))
end

function request()
    spelling = spelling % 110 + 1
    return wrk.format("GET", (wrk.path:gsub(word, (spelled(spelling):gsub("%%", "%%%%")))))
end
