// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/sample/phrases.h"

namespace sample::phrases {

const QStringList &titles()
{
    static const QStringList all{
        u"How do you {action}?"_qs,
        u"How to {action} without spending a fortune"_qs,
        u"Help: {problem}"_qs,
        u"{problem} - what am I doing wrong?"_qs,
        u"What {time} with {things} taught me"_qs,
        u"Which {things} would you buy again?"_qs,
        u"Show us your {things}!"_qs,
        u"{number} things I wish I had known about {things}"_qs,
        u"Looking for people near {town} to {action}"_qs,
        u"Is {tool} worth the money?"_qs,
        u"Do I really need {tool}?"_qs,
        u"A beginner's notes on {things}"_qs,
        u"Finally learned to {action}"_qs,
        u"{things} on a small budget"_qs,
        u"Meeting in {town}: bring your {things}"_qs,
        u"Why I gave up on {things}, and came back"_qs,
        u"My first attempt to {action}"_qs,
        u"The quiet joy of {things}"_qs,
        u"When {problem}: a checklist"_qs,
        u"Small victory: I managed to {action}"_qs,
        u"Swap or sell: {things} in {town}"_qs,
        u"Question about {things} for {friend}"_qs,
        u"What do you do when {problem}?"_qs,
        u"{things}: what changed for me after {time}"_qs,
        u"Can one learn to {action} in {time}?"_qs,
        u"Unpopular opinion about {things}"_qs,
        u"Found in {town}: {tool} for next to nothing"_qs,
        u"How {friend} taught me to {action}"_qs,
        u"Review: {tool} after {time}"_qs,
        u"{town} diary: {things} and rain"_qs,
    };
    return all;
}

const QStringList &openings()
{
    static const QStringList all{
        u"I have been trying to {action} for {time} now, and I think I am getting somewhere."_qs,
        u"A confession first: until last month I knew nothing about {things}."_qs,
        u"{friend} asked me the other day how to {action}, and I had no good answer."_qs,
        u"We spent the weekend in {town}, and all anybody could talk about was {things}."_qs,
        u"This may be a silly question, but I could not find an answer anywhere."_qs,
        u"Some of you asked for an update, so here it is."_qs,
        u"I promised to report back after {time}, and the result surprised me."_qs,
        u"For {time} the same thing has happened to me: {problem}."_qs,
        u"After {time} of reading along, this is my first post here."_qs,
        u"Last winter I bought {tool}, mostly out of curiosity."_qs,
        u"There are days when {problem}, whatever I do."_qs,
        u"Nobody warned me how much fun it would be to {action}."_qs,
        u"I moved to {town} in spring and had to start again from nothing."_qs,
        u"Let me tell you about the time I tried to {action} with no preparation at all."_qs,
    };
    return all;
}

const QStringList &middles()
{
    static const QStringList all{
        u"The first attempt was a disaster: {problem}, and I nearly gave up."_qs,
        u"What helped in the end was {tool}, of all things."_qs,
        u"{friend} lent me {tool}, and that made all the difference."_qs,
        u"I used to think that {things} were only for experts, but that is not true at all."_qs,
        u"It looks fine for {time}, and then {problem}."_qs,
        u"Everyone recommends {tool}, yet I get by without it."_qs,
        u"If you want to {action}, give yourself {time} and do not rush."_qs,
        u"I kept notes for {time}: {number} attempts, of which three went well."_qs,
        u"The trick, it seems, is to do less: fewer tools, more patience."_qs,
        u"A book from the library in {town} explains it better than any video I have seen."_qs,
        u"The cheap version works just as well, as long as you look after it."_qs,
        u"In my experience {things} forgive a lot more than people say."_qs,
        u"The second time was easier, because I had learned to wait."_qs,
        u"I compared {number} kinds of {things}, and the differences are smaller than the prices suggest."_qs,
        u"Most advice on the subject assumes that you own {tool}, which I do not."_qs,
        u"At the meeting in {town} somebody showed us how to {action} in ten minutes."_qs,
        u"My mistake was to change two things at once, so I never knew which one had helped."_qs,
        u"It took me {time} to notice that the instructions were simply wrong."_qs,
        u"I would not call it easy, but it is certainly worth the trouble."_qs,
        u"We tried it side by side, and {friend} could not tell the difference."_qs,
    };
    return all;
}

const QStringList &closings()
{
    static const QStringList all{
        u"How do you deal with it? I am grateful for every hint."_qs,
        u"Pictures will follow when the weather allows."_qs,
        u"If anyone near {town} would like to try it together, write to me."_qs,
        u"What would you have done differently?"_qs,
        u"I will report back in {time}."_qs,
        u"Thanks to everybody here who answered my questions so patiently."_qs,
        u"Does anybody know a good source for {things}?"_qs,
        u"Next on my list: {action}."_qs,
        u"I am curious what worked for you."_qs,
        u"So much for today; the kettle is on."_qs,
        u"Please tell me I am not the only one."_qs,
        u"If I can do it, so can you."_qs,
        u"Any recommendations for {tool} that lasts?"_qs,
    };
    return all;
}

const QStringList &comments()
{
    static const QStringList all{
        u"Thank you, this is exactly what I needed to read today."_qs,
        u"Same here! For me {problem} only when I am in a hurry."_qs,
        u"I would try {tool} before spending more money."_qs,
        u"Lovely report. How long did it take you to {action}?"_qs,
        u"We had this problem in {town} last year, and patience was the answer."_qs,
        u"{friend} swears by {tool}, and by now so do I."_qs,
        u"Could you post a picture? I find it hard to imagine."_qs,
        u"I disagree a little: with {things} it depends very much on the season."_qs,
        u"Great write-up, I learned something about {things}."_qs,
        u"Have you looked at the thread from last spring? There were some good ideas in it."_qs,
        u"Three years on and I still struggle with this, so you are in good company."_qs,
        u"One small correction: you do not need {tool} for that, a kitchen knife will do."_qs,
        u"This worked for me as well, after {time}."_qs,
        u"I am near {town} too and would love to join."_qs,
        u"Be careful with that. When {problem}, it is usually too late."_qs,
        u"Bookmarked. My {things} will thank you."_qs,
        u"What a nice way to describe it! I laughed out loud."_qs,
        u"Does this also work if you only have {time}?"_qs,
        u"I tried it on Sunday and it went better than expected."_qs,
        u"Thanks for the honest account of what went wrong; those are the most useful posts."_qs,
    };
    return all;
}

const QStringList &rudeComments()
{
    static const QStringList all{
        u"Nobody needs yet another thread about {things}. Use the search."_qs,
        u"This is complete nonsense, and you clearly have no idea how to {action}."_qs,
        u"First you complain that {problem}, then you ignore every advice. Unbelievable."_qs,
        u"People from {town} should not be allowed near {things}."_qs,
        u"Wrong, wrong, wrong. Delete this."_qs,
        u"I already explained this twice. Learn to read."_qs,
    };
    return all;
}

const QStringList &spam()
{
    static const QStringList all{
        u"Best watches 80% off, free shipping worldwide, order today at http://watches.example/deal{number}"_qs,
        u"EARN money from home!!! {number}00 dollars a day, no experience. Write to me: easy-cash@example.com"_qs,
        u"Nice post! Visit my page http://casino-bonus.example for your welcome bonus"_qs,
        u"Cheap pills without prescription, fast and discreet: http://pharmacy.example/{number}"_qs,
        u"I was in debt until a spell caster from {town} helped me, contact him at miracle{number}@example.net"_qs,
        u"Increase your followers now, {number}000 real followers for 9.99 http://followers.example"_qs,
    };
    return all;
}

} // namespace sample::phrases
