// Asks where, how or with whom someone lives.
import type { TopicPattern } from "./topic-pattern.js";

const dwelling =
  "(?:house|flat|apartment|home|place|neighbou?rhood|building|hostel|shelter|council house|trailer|condo|area|town|city|village|part|suburb|district|street|borough|postcode|zip code)";

export const household: TopicPattern = {
  unless: [
    "neighbourhood (?:search|function|size|of)",
    "home (?:director|folder|dir|page|screen|assistant|automation|lab|server|network|region|brew)\\w*",
    "(?:ip|mac|e-?mail|memory|web|network|return|wallet|physical|virtual) address(?:es)?|address (?:space|bar|book|field|validation|range|bus|resolution|translation|table|check|form|sanitizer)s?",
    "in-house|house (?:style|rules?)|live[ -](?:data|traffic|system|site|coding|reload|stream|share)\\w*",
  ],
  personal: [
    "room ?mates?",
    "flat ?mates?",
    "house ?mates?",
    "landlord",
    "bedrooms?",
    "council (?:flat|house|estate)",
    "neighbourhood",
    "lodgers?",
  ],
  asks: [
    "your (?:(?:home|current|private|street|postal|permanent|residential|previous|last|full) )*address(?=[?,.]|$| and| at| for| please| or| so)|your (?:home )?(?:postcode|zip code|neighbou?rhood|household|flat ?mates?|room ?mates?|housemates?|landlord|living (?:situation|arrangements?|conditions?)|commute)(?! (?:service|field))",
    "(?:who|whom|with whom) {2}(?:do|does|are|did|would) you {2}(?:liv(?:e|ing)|shar(?:e|ing) {2}(?:house|flat|home|apartment))|who (?:else )?(?:lives|resides|stays) (?:with you|in your|there|at home)",
    "(?:do|does|are|is|have|did|would) you {2}(?:still )?liv(?:e|ing|ed) (?:alone|(?:together )?with (?:your|any(?:one|body)|some(?:one|body)|other people|others|room ?mates?|flat ?mates?|a partner|family|friends)|in (?:a|an|the|your|this|student|council|social|rented|public)|near|far|close|nearby|at home|on your own|by yourself|outside|locally|around here|within|here)",
    "where (?:about |abouts |exactly |in \\w+ |in the \\w+ )?(?:do|does|are|is|did|have|will|would) you {2}(?:liv(?:e|ing|ed)|staying|reside|dwell)(?! with)",
    `(?:what|which) (?:kind of |sort of |type of |part of |side of |area of |end of )?(?:\\w+ )?${dwelling} {3}(?:do|does|are|did|is|have) you {1}(?:liv(?:e|ing|ed)|from|stay\\w*|commut\\w+|reside)(?! with)`,
    "how (?:far|near|close) {4}(?:do|does|have|has|are|is|did) you {2}(?:live|lived|living|reside|commute)(?! behind)",
    "how long {4}(?:have|has|did) you {2}(?:lived|live|been living|resided)(?! with (?:that|this|it|the|such)| behind)(?=[?,.]|$| at| in| there| here| with| alone| on)",
    "(?:how (?:long|far|bad)|what) (?:is|would|will) {2}your (?:journey|commute|trip)(?: to (?:work|the office))?|you {3}commut\\w+ (?:from|in from|far)",
    "(?:rough|bad|poor|good|nice|dangerous|safe|deprived|expensive|cheap) (?:neighbou?rhood|part of town|area of town|postcode)",
    "(?:in|at|around|leave|about) your (?:own )?(?:home|house|flat|apartment)(?=[?,.]|$| or| and| with| is| are| do| that| where| quiet| during)|your (?:house|flat|apartment)(?! of)",
    "(?:how many|which) people {2}(?:live|are) (?:in|with) (?:your|you)|(?:are|is) you homeless|place of residence|your residence(?! permit)",
    "is it an? (?:house|flat|apartment|bungalow) or (?:an? )?(?:house|flat|apartment)",
    "(?:which|what) (?:part|side|end|area) of (?:town|the city|the country|the county) (?:are|is) you",
    "you {1}(?:have|got|with) (?:a |any |your )?(?:garden|balcony|flat ?mates?|room ?mates?|house ?mates?|lodgers?)(?= |[?,.]|$)",
    "you {1}shar(?:e|ing) (?:a |an |your |the )(?:flat|house|apartment|home|room)(?=[?,.]|$| with)",
    "who else {3}(?:in the (?:room|house|flat)|at home)",
    "how many (?:rooms|bedrooms|bathrooms) {2}you have|(?:shares?|sharing) your (?:home|house|flat|apartment|room)|where is (?:your )?home(?= for you|[?]|$)|(?:travel|come|go|drive) far (?:to|for) {1}(?:get here|work|come|the office)",
    "(?:are|is) you renting|your (?:street|building|block)(?=[?,.]|$)|your (?:way|journey|trip|drive|ride) to (?:work|the office|here)|who is at home",
    "(?:are|is) you {1}related to (?:any(?:one|body)|some(?:one|body)|an? (?:employee|colleague|member)|people)|(?:relatives?|family members?) {2}(?:who )?(?:work|works|working|employed) (?:here|for us|with us)",
    "(?:live|lives|living|adults?|people|stay\\w*|else) {2}(?:at|in|with) your (?:place|flat|house|apartment|home)",
    "(?:somebody|someone|anyone|anybody)(?: else)? {1}(?:share|shares|sharing) (?:your (?:room|flat|home|house|place|apartment|office at home))",
    "(?:any(?:one|body)|some(?:one|body)|who) else {1}(?:at|from|in) (?:your )?home {1}(?:work\\w*|from|use|during)|any(?:one|body) else at home",
    "(?:which|what) (?:street|road|estate|block|postcode|neighbou?rhood|suburb|town|village) {1}(?:do|are|did|is|were) you|you {1}(?:rent|renting) (?:a |an |your |the )?(?:room|flat|apartment|house|whole|place)",
    "you {2}(?:moved?|moving) (?:house|home|flat)(?: often| a lot| recently)?|(?:how many|do you have) {2}(?:bedrooms|rooms|bathrooms) {1}(?:do you|are there|in your|at home)",
    "(?:just|only) you at home|under (?:one|your|the same) roof {1}|how many {2}you {1}under one roof|(?:live|still|stay\\w*) {1}with your (?:mum|mom|mother|dad|father|parents|folks)|your own place(?=[?,.]|$)",
  ],
};
