#include "shared/account/password_rules.h"

#include "shared/account/common_passwords.h"
#include "shared/core/error_code.h"
#include "shared/core/text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace nextgen::account {

namespace {

constexpr std::size_t contextMin = 3;
constexpr std::size_t rowMin = 3;
// As much as four common words weigh.
constexpr int weightMin = 8;

/// As guessing programs fold: small letters, and digits and signs for the letters that they look like.
std::string folded(std::string_view text) {
    std::string key = text::searchKey(text);
    for (char& c : key) {
        switch (c) {
            case '@':
                c = 'a';
                break;
            case '$':
                c = 's';
                break;
            case '0':
                c = 'o';
                break;
            case '3':
                c = 'e';
                break;
            case '!':
                c = 'i';
                break;
            default:
                break;
        }
    }
    return key;
}

/// Words of the person's own, split where names and addresses are.
std::vector<std::string> wordsOf(const std::vector<std::string>& context) {
    std::vector<std::string> words;
    for (const std::string& text : context) {
        std::string word;
        for (const char c : text::searchKey(text) + ' ') {
            if (c == ' ' || c == '@' || c == '.' || c == '-' || c == '_' || c == '+') {
                if (word.size() >= contextMin) {
                    words.push_back(folded(word));
                }
                word.clear();
            } else {
                word += c;
            }
        }
    }
    return words;
}

/// A password on its way to be weighed: what is guessed at one go counts little, whatever its length.
class Weighing {
  public:
    explicit Weighing(std::string_view password)
        : m_text(text::searchKey(password)), m_look(folded(password)), m_isTaken(m_text.size(), false) {}

    /// A word counts `worth` where it stands first, and nothing where it is repeated.
    void take(std::string_view word, int worth) {
        for (auto at = m_look.find(word); at != std::string::npos; at = m_look.find(word, at + 1)) {
            if (isFree(at, at + word.size())) {
                cover(at, at + word.size());
                m_weight += std::exchange(worth, 0);
            }
        }
    }

    /// Characters that repeat or count up or down: aaaa, 1234, dcba.
    void takeRows() {
        for (std::size_t at = 0; at < m_text.size();) {
            std::size_t end = at + 1;
            const int step = end < m_text.size() ? m_text[end] - m_text[at] : 2;
            while (step >= -1 && step <= 1 && end < m_text.size() && m_text[end] - m_text[end - 1] == step) {
                ++end;
            }
            if (end - at >= rowMin && isFree(at, end)) {
                cover(at, end);
                m_weight += rowWorth;
            }
            at = end;
        }
    }

    /// With what nobody guesses at one go: each letter, and figures and signs in a row for two at most.
    int weight() const {
        int sum = m_weight;
        int signs = 0;
        for (std::size_t at = 0; at < m_text.size(); ++at) {
            const auto byte = static_cast<unsigned char>(m_text[at]);
            const bool isLetter = (byte >= 'a' && byte <= 'z') || byte >= 0xC0;  // the first byte of a letter
            if (m_isTaken[at] || isLetter) {
                signs = 0;
            } else if (byte < 0x80 && byte != ' ' && ++signs <= wordWorth) {
                ++sum;
            }
            sum += !m_isTaken[at] && isLetter ? 1 : 0;
        }
        return sum;
    }

    static constexpr int wordWorth = 2;
    static constexpr int rowWorth = 1;

  private:
    bool isFree(std::size_t from, std::size_t to) const {
        return std::none_of(m_isTaken.begin() + static_cast<std::ptrdiff_t>(from),
                            m_isTaken.begin() + static_cast<std::ptrdiff_t>(to),
                            [](bool taken) { return taken; });
    }
    void cover(std::size_t from, std::size_t to) {
        std::fill(m_isTaken.begin() + static_cast<std::ptrdiff_t>(from),
                  m_isTaken.begin() + static_cast<std::ptrdiff_t>(to), true);
    }

    const std::string m_text;
    const std::string m_look;  ///< folded, byte for byte
    std::vector<bool> m_isTaken;
    int m_weight = 0;
};

bool isCommon(std::string_view password, const std::vector<std::string>& context) {
    Weighing weighing(password);
    for (const std::string& word : wordsOf(context)) {
        weighing.take(word, 0);
    }
    for (const std::string_view word : commonPasswords()) {
        weighing.take(word, Weighing::wordWorth);
    }
    weighing.takeRows();
    return weighing.weight() < weightMin;
}

}  // namespace

std::optional<Error> judgePassword(std::string_view password, const std::vector<std::string>& context) {
    const std::size_t length = text::length(password);
    if (length < passwordCharactersMin) {
        return Error{ErrorCode::PasswordTooShort, {}, {{"limit", std::to_string(passwordCharactersMin)}}};
    }
    if (length > passwordCharactersMax) {
        return Error{ErrorCode::PasswordTooLong, {}, {{"limit", std::to_string(passwordCharactersMax)}}};
    }
    if (isCommon(password, context)) {
        return Error{ErrorCode::PasswordTooCommon, {}, {}};
    }
    return std::nullopt;
}

}  // namespace nextgen::account
