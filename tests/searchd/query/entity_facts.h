#pragma once

#include "searchd/query/parser.h"
#include "tests/searchd/query/reading.h"
#include "tests/support/small_gazetteer.h"

#include <string_view>

namespace nutgraf::tests {

/// A gazetteer of a few facts for queries to name.
inline const entities::Gazetteer& test_gazetteer() {
    static const SmallGazetteer small(R"(@org huawei
name: Huawei
alias: Huawei Technologies | AT&T Huawei
alias[zh]: 华为
kind: company/telecoms
country: CN

@org eu-commission
name: European Commission
alias: Commission
kind: international

@org metropolitan-police
name: Metropolitan Police
alias: Scotland Yard | Met Police
context: Met | Yard Force
kind: police
country: GB
parent: gb-gov

@org gb-gov
name: UK Government
kind: government
country: GB

@org nato
name: NATO
acronym: N.A.T.O.
alias[ru]: НАТО
kind: international

@org catdog
name: Catdog Trust
alias: Cat Dog | Catfish
kind: ngo

@org apple
name: Apple Inc
context: Apple
kind: company

@org us-ftc
name: Federal Trade Commission
alias: Commission
kind: regulator
country: US

@org us-republican
name: Republican Party
kind: party
country: US
letters: R | GOP
adjective: Republican
member: Republicans

@org us-democratic
name: Democratic Party
kind: party
country: US
letters: D
adjective: Democratic
member: Democrats

@org re-republican
name: Republic Party
kind: party
country: FR
letters: R

@role legislator
name: legislator
class: legislator

@role senator
name: senator
plural: senators
abbreviation: Sen.
name[de]: Senatorin
broader: legislator
class: legislator

@role us-senator
name: United States senator
broader: senator
class: legislator

@role foreign-minister
name: foreign minister
class: minister

@office gb-foreign-secretary
name: Foreign Secretary
role: foreign-minister
country: GB
holder: jeremy-hunt 2018-07-09..2019-07-24

@person jeremy-hunt
name: Jeremy Hunt
surname: Hunt

@person chris-coons
name: Chris Coons
alias: Christopher Coons
surname: Coons
country: US
party: us-democratic ..
role: us-senator/DE 2010-11-15..

@person theresa-may
name: Theresa May
surname: May

@person brian-may
name: Brian May
surname: May

@country gb
name: United Kingdom
alias: UK | Britain
name[de]: Vereinigtes Königreich
adjective: British
demonym: Briton

@country us
name: United States
alias: US
adjective: American

@country fr
name: France
adjective: French

@country cn
name: China
adjective: Chinese

@place us-de
name: Delaware
country: US
code: DE
)");
    return small.gazetteer();
}

/// How queries that name those are read.
inline query::ParseOptions with_gazetteer() {
    return {.today = test_day(), .gazetteer = &test_gazetteer()};
}

/// A clause that names some of those.
inline query::Entity entity_of(std::string_view clause) {
    return std::get<query::Entity>(query::parse_query(clause, with_gazetteer())->query.node);
}

}  // namespace nutgraf::tests
