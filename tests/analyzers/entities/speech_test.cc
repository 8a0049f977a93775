#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_speech_test {

using namespace nutgraf::tests;

TEST_CASE("a spokesman speaks for his organisation, and stays unnamed") {
    check_speakers({
        {"A Huawei spokesman said the phones were safe.", "A Huawei spokesman=huawei"},
        {"“The phones are safe,” a Huawei spokesman said.", "a Huawei spokesman=huawei"},
        {"“The phones are safe,” said a spokeswoman for Huawei.",
         "a spokeswoman for Huawei=huawei"},
        {"A spokesman for the European Commission said that talks would resume.",
         "A spokesman for the European Commission=eu-commission"},
        {"A Foreign Office spokesperson said: “We will not comment.”",
         "A Foreign Office spokesperson=gb-fcdo"},
        {"Critics of Huawei said the phones were unsafe.", "Critics of Huawei=-"},
        {"Two Nato officials said the port was open.", "Two Nato officials=-"},
        {"A spokesman said the port was open.", "A spokesman=-"},
    });
    check_speakers({{"Un porte-parole de Huawei a indiqué que le port était ouvert.",
                     "Un porte-parole de Huawei=huawei"}},
                   {.lang = "fr"});
    check_speakers({{"Ein Sprecher der Deutschen Telekom sagte, der Hafen sei offen.",
                     "Ein Sprecher der Deutschen Telekom=deutsche-telekom"}},
                   {.lang = "de"});
}

TEST_CASE("they are an organisation where no people were spoken of since") {
    check_speakers({
        {"Greenpeace opposed the port. “We will go to court,” they said.", "they=greenpeace"},
        {"Anna Soltis and Otto Weil met. They said the port was safe.", "They=-"},
        {"“We will not sign,” the union said. “We are tired,” it added.", "the union=-|it=-"},
    });
}

TEST_CASE("they are not an organisation where several spoke without a name since") {
    check_speakers({
        {"Huawei said it sued. Officials argued that the old way was over. In 5G, they said, the "
         "wall "
         "comes down.",
         "Huawei=huawei|Officials=-|they=-"},
        {"Officials argued that the wall was old. Greenpeace said it was new. They said it would "
         "stand.",
         "Officials=-|Greenpeace=greenpeace|They=greenpeace"},
    });
}

TEST_CASE("a statement of somebody who is not named is nobody's") {
    check_speakers({
        {"Huawei was absent. The chairman's statement says that the port is open.",
         "The chairman's statement=-"},
        {"Huawei was absent. The statement says that the port is open.", "The statement=huawei"},
    });
}

TEST_CASE("words between a speaker and the verb leave the speaker who it is") {
    check_speakers({
        {"Huawei has always denied that it would spy for anybody.", "Huawei=huawei"},
        {"“The port is open,” said Anna Soltis, who advises towns. “I have a drawer full of keys.”",
         "Anna Soltis=anna-soltis|Anna Soltis=anna-soltis"},
        {"Whoever wrote that it was closed has left. Anna Soltis said it was open.",
         "Anna Soltis=anna-soltis"},
    });
    check_speakers(
        {{"Huawei wies den Verdacht zurück und erklärte, es gebe keine Belege.", "Huawei=huawei"},
         {"Wie Innenministerin Nancy Faeser am Donnerstag in Berlin mitteilte, dürfen sie "
          "das nicht.",
          "Innenministerin Nancy Faeser=nancy-faeser"}},
        {.published = "2024-07-12", .lang = "de"});
}

TEST_CASE("it does not pass over a nearer body that nobody named") {
    check_speakers({
        {"Huawei lost the tender. The government gave no reason. It said rules were strict.",
         "It=-"},
        {"Huawei lost the tender. It said the rules were strict.", "It=huawei"},
        {"Huawei lost the tender. The weather was bad. It said the rules were strict.",
         "It=huawei"},
        {"Huawei spoke. The government of Poland met Huawei. It said rules were strict.",
         "It=pl-gov"},
    });
}

TEST_CASE("what stands in brackets behind a name does not part it from its verb") {
    check_quotes({
        {"Senator Cory Gardner (R-CO) said the bill was dead.",
         "indirect cory-gardner: the bill was dead"},
        {"Fiona Marsh (Lab, Luton South) said the bill was dead.",
         "indirect fiona-marsh: the bill was dead"},
        {"“The bill is dead,” said Cory Gardner (R-CO).", "direct cory-gardner: The bill is dead"},
    });
}

TEST_CASE("he is whom this paragraph speaks of sooner than who spoke in the one before") {
    check_speakers({
        {"Jeremy Hunt said the port was safe.\n\nOtto Weil left the ministry. He said he was ill.",
         "Jeremy Hunt=jeremy-hunt|He=otto-weil"},
        {"“It is over,” he said.\n\nJeremy Hunt was speaking in Leeds.", "he=jeremy-hunt"},
    });
}

TEST_CASE("French speech is found before, behind and around its verb") {
    check_quotes(
        {
            {"« Le port est ouvert », a déclaré Emmanuel Macron lundi.",
             "direct emmanuel-macron: Le port est ouvert"},
            {"Emmanuel Macron a visité le port. « Le port est ouvert », a-t-il ajouté.",
             "direct emmanuel-macron: Le port est ouvert"},
            {"« Le port est ouvert », a-t-elle dit. Christine Lagarde était à Lille.",
             "direct christine-lagarde: Le port est ouvert"},
            {"« Le port est ouvert », s'est félicité le ministre Bruno Le Maire.",
             "direct bruno-le-maire: Le port est ouvert"},
            {"« Le port, affirme Bruno Le Maire, est ouvert. »",
             "direct bruno-le-maire: Le port, affirme Bruno Le Maire, est ouvert."},
            {"Emmanuel Macron a affirmé que le port était ouvert.",
             "indirect emmanuel-macron: le port était ouvert"},
            {"Selon Emmanuel Macron, le port est ouvert.",
             "indirect emmanuel-macron: le port est ouvert"},
            {"D'après Greenpeace, le port est fermé.", "indirect greenpeace: le port est fermé"},
            {"Pour Bruno Le Maire, « le port est ouvert ».",
             "partial bruno-le-maire: le port est ouvert"},
            {"Elle a un port.", ""},
        },
        {.lang = "fr"});
}

TEST_CASE("German speech is found with its verb, behind laut and behind so") {
    check_quotes(
        {
            {"„Der Hafen ist offen“, sagte Angela Merkel am Montag.",
             "direct angela-merkel: Der Hafen ist offen"},
            {"Angela Merkel sagte, der Hafen sei offen.",
             "indirect angela-merkel: der Hafen sei offen"},
            {"„Der Hafen ist offen“, so Bundeskanzlerin Angela Merkel.",
             "direct angela-merkel: Der Hafen ist offen"},
            {"Der Hafen sei offen, so Heiko Maas.", "indirect heiko-maas: Der Hafen sei offen"},
            {"Laut Heiko Maas ist der Hafen offen.", "indirect heiko-maas: ist der Hafen offen"},
            {"Der Hafen ist laut der Europäischen Kommission offen.",
             "indirect eu-commission: Der Hafen ist laut der Europäischen Kommission offen"},
            {"Nach Angaben von Greenpeace ist der Hafen offen.",
             "indirect greenpeace: ist der Hafen offen"},
            {"Wie Heiko Maas mitteilte, ist der Hafen offen.",
             "indirect heiko-maas: ist der Hafen offen"},
            {"Der Hafen ist voll, so dass niemand fährt.", ""},
        },
        {.lang = "de"});
}

TEST_CASE("Russian speech is found before, behind and around its verb") {
    check_quotes(
        {
            {"«Порт открыт», — заявил Владимир Путин.", "direct vladimir-putin: Порт открыт"},
            {"Владимир Путин заявил, что порт открыт.", "indirect vladimir-putin: порт открыт"},
            {"Сергей Лавров сообщил: «Порт открыт».", "direct sergei-lavrov: Порт открыт"},
            {"«Порт открыт, — сказал Сергей Лавров. — Мы готовы».",
             "direct sergei-lavrov: Порт открыт, — сказал Сергей Лавров. — Мы готовы"},
            {"По словам Сергея Лаврова, порт открыт.", "indirect sergei-lavrov: порт открыт"},
            {"Как сообщил Дмитрий Песков, порт открыт.", "indirect dmitry-peskov: порт открыт"},
            {"В Газпроме заявили, что порт открыт.", "indirect gazprom: порт открыт"},
            {"Порт открыт, сообщает «Газпром».", "indirect gazprom: Порт открыт"},
            {"Завод «Газпром» стоит у порта.", ""},
        },
        {.lang = "ru"});
}

TEST_CASE("Chinese speech needs no colon before it") {
    check_quotes(
        {
            {"华为发言人表示，公司没有收到通知。", "indirect huawei: 公司没有收到通知"},
            {"华为创始人任正非表示，“公司早有准备。”", "direct ren-zhengfei: 公司早有准备。"},
            {"“中方坚决反对。”外交部发言人耿爽说。", "direct geng-shuang: 中方坚决反对。"},
            {"美国总统特朗普星期一在推特上写道，“谈判进展顺利”。",
             "direct donald-trump: 谈判进展顺利"},
            {"据新华社报道，谈判进展顺利。", "indirect xinhua: 谈判进展顺利"},
            {"特朗普称谈判进展顺利，并表示双方将再次会面。",
             "indirect donald-trump: 谈判进展顺利|indirect donald-trump: 双方将再次会面"},
            {"特朗普喜欢小说，他的名称很长。", ""},
        },
        {.lang = "zh"});
}

TEST_CASE("Japanese speech ends before its verb") {
    check_quotes(
        {
            {"安倍晋三首相は「交渉は順調だ」と述べた。", "direct shinzo-abe: 交渉は順調だ"},
            {"トランプ大統領は12日、「交渉は順調だ」と語った。",
             "direct donald-trump: 交渉は順調だ"},
            {"「交渉は順調だ」と安倍晋三首相は述べた。", "direct shinzo-abe: 交渉は順調だ"},
            {"ソフトバンクは「詳細は未定だ」としている。", "direct softbank: 詳細は未定だ"},
            {"菅義偉官房長官は記者会見で、交渉は順調だと述べた。",
             "indirect yoshihide-suga: 交渉は順調だ"},
            {"安倍晋三首相は会社と話をした。", ""},
        },
        {.lang = "ja"});
}

}  // namespace nutgraf::tests::in_speech_test
