// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/sample/phrases.h"

namespace sample::phrases {

const QStringList &firstNames()
{
    static const QStringList all = u"Ada Agnieszka Aino Amara Andrés Anouk Arun Astrid Aylin Bao Beatriz Benedikt Birgit Björn "
                                   u"Callum Camille Carys Chidi Clara Dagny Daniel Deniz Dmitri Eilidh Elif Emeka Esther Fatima "
                                   u"Felix Femke Finn Frieda Gabriel Giulia Grace Greta Hamid Hanna Harriet Hiroshi Ines Ingrid "
                                   u"Ismail Ivana Jakub Jasper Jonas Josefine Kaito Karim Katrin Kofi Lars Leila Lena Levi Linnea "
                                   u"Lucía Magda Malik Marek Marta Matteo Mei Milan Mira Nadia Naomi Nils Noor Oksana Olga Oskar "
                                   u"Owen Pablo Paula Petra Priya Quentin Rafael Rania Rosa Ruben Sanna Selma Sofia Sören Stefan "
                                   u"Tamar Tariq Teresa Theo Tomasz Tove Umar Valentina Vera Viktor Wanda Wim Yara Yusuf Zoë"_qs.split(u' ');
    return all;
}

const QStringList &lastNames()
{
    static const QStringList all = u"Abbott Aguilar Ahlström Almeida Andersen Bakker Bauer Becker Bell Bergström Bianchi Blum Brandt "
                                   u"Brown Castillo Chen Clarke Costa Dahl Davies Demir Diallo Dietrich Dubois Eriksen Esposito "
                                   u"Evans Farkas Fernández Fischer Fraser Fuchs García Gomes Graf Greene Gruber Haas Hansen "
                                   u"Hartmann Horváth Hughes Ibrahim Ivanov Jansen Jensen Kaya Keller Khan Kim Koch Kowalski Kuiper "
                                   u"Lange Larsen Laurent Lehmann Lindqvist Lopes Maier Marino Martins Mazur Meyer Moreau Müller "
                                   u"Murphy Nakamura Nguyen Nielsen Novák Nowak Nyberg Okafor Olsen Osei Park Patel Petersen Popescu "
                                   u"Quinn Ramos Reid Richter Rossi Sánchez Santos Schmitt Schulz Silva Singh Sokolov Stein Svensson "
                                   u"Takahashi Tanaka Thomas Torres Vargas Vogel Wagner Weber Wood Yılmaz Young Zhang Ziegler"_qs.split(u' ');
    return all;
}

const QStringList &towns()
{
    static const QStringList all{
        u"Leeds"_qs,
        u"Ghent"_qs,
        u"Graz"_qs,
        u"Utrecht"_qs,
        u"Porto"_qs,
        u"Uppsala"_qs,
        u"Kraków"_qs,
        u"Freiburg"_qs,
        u"Bergen"_qs,
        u"Lyon"_qs,
        u"Cork"_qs,
        u"Turku"_qs,
        u"Trieste"_qs,
        u"Basel"_qs,
        u"Brno"_qs,
        u"Bristol"_qs,
        u"Aarhus"_qs,
        u"Leipzig"_qs,
        u"Tartu"_qs,
        u"Zaragoza"_qs,
    };
    return all;
}

const QStringList &times()
{
    static const QStringList all{
        u"a week"_qs,
        u"two weeks"_qs,
        u"a month"_qs,
        u"six weeks"_qs,
        u"a whole winter"_qs,
        u"half a year"_qs,
        u"one summer"_qs,
        u"a year"_qs,
        u"three years"_qs,
        u"longer than I like to admit"_qs,
        u"a rainy weekend"_qs,
        u"ten days"_qs,
    };
    return all;
}

const QStringList &friends()
{
    static const QStringList all{
        u"my neighbour"_qs,
        u"my sister"_qs,
        u"a colleague"_qs,
        u"an old friend"_qs,
        u"the man at the hardware shop"_qs,
        u"my daughter"_qs,
        u"someone here"_qs,
        u"our club's oldest member"_qs,
        u"my flatmate"_qs,
        u"a stranger on the train"_qs,
        u"my uncle"_qs,
    };
    return all;
}

const QStringList &bios()
{
    static const QStringList all{
        u"Lives in {town} with too many {things}."_qs,
        u"Teacher by day, {tag} by night."_qs,
        u"Here to learn. Ask me about {things}."_qs,
        u"Retired engineer who finally has time to {action}."_qs,
        u"{town}. Mostly {tag}, sometimes other nonsense."_qs,
        u"I fix what others throw away, and I write about it here."_qs,
        u"Happiest with {tool} in one hand and a cup of tea in the other."_qs,
        u"New to {tag}, old enough to know better."_qs,
        u"Nurse, mother of two, owner of {number} unfinished projects."_qs,
        u"Started with {things} as a child and never stopped."_qs,
    };
    return all;
}

const QStringList &reasons()
{
    static const QStringList all{
        u"Off topic"_qs,
        u"Rude tone"_qs,
        u"Personal attack"_qs,
        u"Duplicate of an earlier comment"_qs,
        u"Contains a private address"_qs,
        u"Adds nothing to the discussion"_qs,
    };
    return all;
}

} // namespace sample::phrases
