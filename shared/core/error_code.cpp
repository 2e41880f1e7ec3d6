#include "shared/core/error_code.h"

#include <array>

namespace nextgen {

namespace {

using enum ErrorCode;

// In the order of the enumeration: errorText() indexes it, a test compares.
constexpr auto catalogue = std::to_array<ErrorText>({
    {NotFound, "not_found", 404, "There is no such record.", "چنین موردی پیدا نشد."},
    {RouteNotFound, "route_not_found", 404, "There is nothing at this address.", "در این نشانی چیزی نیست."},
    {MethodNotAllowed, "method_not_allowed", 405, "This address does not take {method}.",
     "این نشانی {method} نمی‌پذیرد."},
    {BodyNotJson, "body_not_json", 400, "The body is not valid JSON.", "بدنهٔ درخواست JSON درست نیست."},
    {BodyTooLarge, "body_too_large", 413, "The body is larger than {limit} bytes.",
     "بدنهٔ درخواست از {limit} بایت بزرگ‌تر است."},
    {BodyTooDeep, "body_too_deep", 400, "The JSON is nested too deeply or has too many members.",
     "JSON بیش از اندازه تودرتو یا پرعضو است."},
    {BodyMissing, "body_missing", 400, "Send a body.", "بدنهٔ درخواست خالی است."},
    {MediaTypeUnsupported, "media_type_unsupported", 415, "Send the body as {expected}.",
     "بدنه را به صورت {expected} بفرستید."},
    {QueryParameterUnknown, "query_parameter_unknown", 400, "The parameter {name} is not known here.",
     "پارامتر {name} در اینجا شناخته نیست."},
    {QueryParameterInvalid, "query_parameter_invalid", 400, "The parameter {name} cannot be read.",
     "مقدار پارامتر {name} خوانده نمی‌شود."},
    {CursorInvalid, "cursor_invalid", 400,
     "The cursor does not belong to this list; start from the first page.",
     "نشانگر صفحه از این فهرست نیست؛ از صفحهٔ نخست آغاز کنید."},
    {SortNotAllowed, "sort_not_allowed", 400, "This list cannot be sorted by {name}.",
     "این فهرست بر پایهٔ {name} مرتب نمی‌شود."},
    {QueryTooBroad, "query_too_broad", 422,
     "This would look through too many records. Narrow it: by another filter, a span of dates, or more "
     "letters to "
     "search for.",
     "برای این درخواست باید رکوردهای بسیار زیادی گشته شود. آن را با فیلتر دیگر، بازهٔ تاریخ یا حروف بیشتر در "
     "جست‌وجو محدود کنید."},
    {FieldUnknown, "field_unknown", 422, "This field is not known.", "این فیلد شناخته نیست."},
    {FieldReadOnly, "field_read_only", 422, "This field cannot be written.", "این فیلد نوشتنی نیست."},
    {FieldRequired, "field_required", 422, "This field must be filled in.", "این فیلد باید پر شود."},
    {FieldTypeInvalid, "field_type_invalid", 422, "This field needs {expected}.",
     "نوع مقدار این فیلد باید {expected} باشد."},
    {FieldTooLong, "field_too_long", 422, "At most {limit} characters fit here.",
     "حداکثر {limit} نویسه جا می‌شود."},
    {FieldNotNullable, "field_not_nullable", 422, "This field cannot be emptied.",
     "این فیلد را نمی‌توان خالی کرد."},
    {ValueNotAllowed, "value_not_allowed", 422, "The value must be one of: {allowed}.",
     "مقدار باید یکی از این‌ها باشد: {allowed}."},
    {ValidationFailed, "validation_failed", 422, "Some fields need mending; see the list of errors.",
     "چند فیلد نیاز به اصلاح دارد؛ فهرست خطاها را ببینید."},
    {NumberInvalid, "number_invalid", 422, "This is not a whole number.", "این مقدار عدد صحیح نیست."},
    {MoneyOutOfRange, "money_out_of_range", 422, "The amount is too large.", "مبلغ بیش از اندازه بزرگ است."},
    {MoneyNotWholeTomans, "money_not_whole_tomans", 422, "The amount in rials does not make whole tomans.",
     "این مبلغ ریالی تومانِ کامل نمی‌شود."},
    {DateInvalid, "date_invalid", 422, "The calendar has no such date; write it as YYYY-MM-DD.",
     "چنین تاریخی وجود ندارد؛ آن را به شکل YYYY-MM-DD بنویسید."},
    {InstantInvalid, "instant_invalid", 422, "Write the time as RFC 3339, for example 2026-11-22T10:00:00Z.",
     "زمان را به شکل RFC 3339 بنویسید، مانند 2026-11-22T10:00:00Z."},
    {IdInvalid, "id_invalid", 422, "An id is a string of digits.",
     "شناسه رشته‌ای از رقم‌هاست."},
    {PreconditionRequired, "precondition_required", 428,
     "Send If-Match with the version that you are changing.",
     "نسخه‌ای را که تغییر می‌دهید در If-Match بفرستید."},
    {PreconditionFailed, "precondition_failed", 412,
     "Somebody changed this record meanwhile; read it again, then change it.",
     "این مورد در این میان تغییر کرده است؛ آن را دوباره بخوانید و سپس تغییر دهید."},
    {IdempotencyKeyRequired, "idempotency_key_required", 400,
     "Send an Idempotency-Key of your own making, so that a repeat does nothing twice.",
     "یک Idempotency-Key بفرستید تا تکرار درخواست کاری را دو بار انجام ندهد."},
    {IdempotencyKeyInvalid, "idempotency_key_invalid", 400,
     "An Idempotency-Key is 1 to 255 printable ASCII characters.",
     "Idempotency-Key باید ۱ تا ۲۵۵ نویسهٔ چاپی ASCII باشد."},
    {IdempotencyKeyReused, "idempotency_key_reused", 422,
     "This Idempotency-Key was used with another request; make a new one.",
     "این Idempotency-Key با درخواست دیگری به کار رفته است؛ کلید تازه بسازید."},
    {IdempotencyInProgress, "idempotency_in_progress", 409,
     "The first request with this Idempotency-Key is still running; ask again shortly.",
     "درخواست نخست با این Idempotency-Key هنوز در حال انجام است؛ کمی بعد دوباره بپرسید."},
    {RateLimited, "rate_limited", 429, "Too many requests; wait a little.",
     "درخواست‌ها بیش از اندازه است؛ کمی صبر کنید."},
    {ServerBusy, "server_busy", 503, "The server is busy; try again in a few seconds.",
     "سرور مشغول است؛ چند ثانیهٔ دیگر دوباره تلاش کنید."},
    {RequestTimeout, "request_timeout", 408, "The request arrived too slowly.",
     "درخواست بیش از اندازه کند رسید."},
    {InternalError, "internal_error", 500,
     "Something went wrong on the server. Nothing was changed; tell support the request id.",
     "در سرور خطایی رخ داد. چیزی تغییر نکرد؛ شناسهٔ درخواست را به پشتیبانی بگویید."},
    {ServiceUnavailable, "service_unavailable", 503,
     "A part of the server is not reachable; try again shortly.",
     "بخشی از سرور در دسترس نیست؛ کمی بعد دوباره تلاش کنید."},
    {Conflict, "conflict", 409, "This contradicts what is stored already.",
     "این با آنچه ثبت شده ناسازگار است."},
    {AlreadyExists, "already_exists", 409, "Another record has this value already.",
     "مورد دیگری همین مقدار را دارد."},
    {TooManyViews, "too_many_views", 409, "More than {limit} saved views cannot be kept; remove one first.",
     "بیش از {limit} نمای ذخیره‌شده نگه داشته نمی‌شود؛ نخست یکی را حذف "
     "کنید."},
    {TooManyRecords, "too_many_records", 422, "Send at most {limit} records at once.",
     "در هر بار حداکثر {limit} مورد بفرستید."},
    {RecordRepeated, "record_repeated", 422, "The same record stands here twice.",
     "همین مورد دو بار در این فهرست آمده است."},
    {ReferenceUnknown, "reference_unknown", 422, "The record that this names is not there.",
     "موردی که اینجا نام برده شده وجود ندارد."},
    {ValueRefused, "value_refused", 422, "This value is not possible here.", "این مقدار در اینجا ممکن نیست."},
    {RuleBroken, "rule_broken", 422, "These values do not go together ({rule}).",
     "این مقدارها با هم جور نیست ({rule})."},
    {StockNotEnough, "stock_not_enough", 409, "There is not so much of it in stock.",
     "موجودی کالا به این اندازه نیست."},
    {ReasonMissing, "reason_missing", 422, "Say why.", "دلیل آن را بنویسید."},
    {PeriodReversed, "period_reversed", 422, "The end must come after the beginning.",
     "پایان باید پس از آغاز باشد."},
    {RangeReversed, "range_reversed", 422, "The upper bound lies below the lower one.",
     "حد بالا از حد پایین کمتر است."},
    {StatusNeedsValue, "status_needs_value", 422, "In this status a value is needed here.",
     "در این وضعیت، مقداری در اینجا لازم است."},
    {DefaultTaken, "default_taken", 409, "Another one is the default already; take the mark from it first.",
     "مورد دیگری پیش‌فرض است؛ نخست نشان پیش‌فرض را از آن "
     "بردارید."},
    {DefaultInactive, "default_inactive", 422,
     "The default must be active; make another one the default first.",
     "مورد پیش‌فرض باید فعال باشد؛ نخست مورد دیگری را "
     "پیش‌فرض "
     "کنید."},
    {CategoryMisplaced, "category_misplaced", 422,
     "A category cannot lie within itself, nor more than six deep.",
     "دسته نمی‌تواند درون خودش یا در لایه‌ای پایین‌تر از ششم "
     "باشد."},
    {ComparePriceTooLow, "compare_price_too_low", 422, "The price before must be above the price.",
     "قیمت پیشین باید از قیمت بیشتر باشد."},
    {AttributeValueMismatch, "attribute_value_mismatch", 422, "Give one value, and of the attribute's kind.",
     "یک مقدار و از نوع همان ویژگی بدهید."},
    {MovementMismatch, "movement_mismatch", 422,
     "This change does not fit the kind of movement: what comes in is above zero, what goes out below.",
     "این تغییر با نوع گردش جور نیست: آنچه می‌آید بالای صفر و آنچه می‌رود زیر "
     "صفر "
     "است."},
    {DiscountValueMismatch, "discount_value_mismatch", 422,
     "A discount in percent has a percentage, one in rials an amount, and no discount both.",
     "تخفیف درصدی درصد دارد و تخفیف ریالی مبلغ؛ هیچ تخفیفی هر دو را ندارد."},
    {DiscountCeilingNeedless, "discount_ceiling_needless", 422, "Only a discount in percent has a ceiling.",
     "سقف تنها برای تخفیف درصدی است."},
    {DiscountTargetMismatch, "discount_target_mismatch", 422,
     "Name what the discount applies to, and nothing besides.",
     "آنچه را تخفیف شاملش می‌شود نام ببرید و جز آن چیزی را نه."},
    {DiscountShareMismatch, "discount_share_mismatch", 422,
     "The vendor's share is nothing when the marketplace pays, all when the vendor pays, and between when "
     "they share.",
     "سهم فروشنده هنگامی که بازارگاه می‌پردازد صفر، هنگامی که فروشنده می‌پردازد همه و هنگام اشتراک "
     "میان "
     "این دو است."},
    {ShippingCostsNothing, "shipping_costs_nothing", 422,
     "This kind of shipping costs nothing here: enter no price.",
     "این نوع ارسال در اینجا هزینه‌ای ندارد؛ قیمتی وارد "
     "نکنید."},
    {RequestMalformed, "request_malformed", 400, "The request does not follow HTTP.",
     "درخواست با HTTP جور نیست."},
    {UrlTooLong, "url_too_long", 414, "The address is too long.", "نشانی بیش از اندازه بلند است."},
    {HeadersTooLarge, "headers_too_large", 431, "The headers are too many or too long.",
     "سرآیندها بیش از اندازه پرشمار یا بلندند."},
    {UploadMalformed, "upload_malformed", 400, "The multipart body cannot be read.",
     "بدنهٔ چندبخشی خوانده نمی‌شود."},
    {TooManyParts, "too_many_parts", 400, "A multipart body has at most {limit} parts.",
     "بدنهٔ چندبخشی حداکثر {limit} بخش دارد."},
    {NotSignedIn, "not_signed_in", 401, "Sign in first.", "نخست وارد شوید."},
    {InvalidCredentials, "invalid_credentials", 401, "Tenant, e-mail or password is wrong.",
     "شناسهٔ فروشگاه، ایمیل یا گذرواژه نادرست است."},
    {AccountLocked, "account_locked", 423,
     "Too many wrong passwords or codes; the account is locked for {minutes} minutes.",
     "گذرواژه یا کد نادرست بیش از اندازه؛ حساب برای {minutes} دقیقه قفل است."},
    {AccountDisabled, "account_disabled", 403, "This account is switched off; ask an administrator.",
     "این حساب غیرفعال است؛ از مدیر سامانه بخواهید."},
    {PermissionMissing, "permission_missing", 403, "To do this you need the permission {permission}.",
     "برای این کار به اجازهٔ {permission} نیاز دارید."},
    {OutOfScope, "out_of_scope", 403, "This record is not yours to change.",
     "تغییر این مورد در اختیار شما نیست."},
    {SecondFactorRequired, "second_factor_required", 401,
     "Enter the code of your authenticator app, or a recovery code.",
     "کد برنامهٔ رمزساز یا یکی از کدهای بازیابی را وارد کنید."},
    {SecondFactorInvalid, "second_factor_invalid", 401,
     "This code is wrong, was used already or is over; enter the one that the app shows now.",
     "این کد نادرست است، به کار رفته یا زمانش گذشته است؛ کدی را که برنامه اکنون نشان می‌دهد وارد کنید."},
    {SecondFactorActive, "second_factor_active", 409,
     "Two-step sign-in is on already; turn it off first.",
     "ورود دومرحله‌ای از پیش روشن است؛ نخست آن را خاموش کنید."},
    {SecondFactorAbsent, "second_factor_absent", 409,
     "Two-step sign-in is not on.",
     "ورود دومرحله‌ای روشن نیست."},
    {SecondFactorEnrollmentRequired, "second_factor_enrollment_required", 403,
     "Your role demands two-step sign-in; set it up first.",
     "نقش شما ورود دومرحله‌ای می‌خواهد؛ نخست آن را راه بیندازید."},
    {PasswordChangeRequired, "password_change_required", 403,
     "Choose a password of your own first.",
     "نخست گذرواژه‌ای از آنِ خود برگزینید."},
    {PasswordWrong, "password_wrong", 401,
     "The password is wrong.",
     "گذرواژه نادرست است."},
    {PasswordTooShort, "password_too_short", 422,
     "A password has at least {limit} characters.",
     "گذرواژه دست‌کم {limit} نویسه دارد."},
    {PasswordTooLong, "password_too_long", 422,
     "A password has at most {limit} characters.",
     "گذرواژه حداکثر {limit} نویسه دارد."},
    {PasswordTooCommon, "password_too_common", 422,
     "This is one of the passwords that are tried first: common words, your name or e-mail, or a row of characters. Take several words that have nothing to do with each other.",
     "این از گذرواژه‌هایی است که نخست آزموده می‌شود: واژه‌های رایج، نام یا ایمیل شما یا نویسه‌های پشت سر هم. چند واژهٔ بی‌ربط به هم را کنار هم بگذارید."},
    {PasswordUnchanged, "password_unchanged", 422,
     "Choose another password than the one before.",
     "گذرواژه‌ای جز گذرواژهٔ پیشین برگزینید."},
    {ResetTokenInvalid, "reset_token_invalid", 422,
     "This link was used already or is over; ask for another one.",
     "این پیوند به کار رفته یا زمانش گذشته است؛ پیوند دیگری بخواهید."},
    {StepUpRequired, "step_up_required", 403,
     "Confirm who you are by your password or a code; then try again.",
     "با گذرواژه یا کد، هویت خود را تأیید کنید و دوباره تلاش کنید."},
    {GrantExceeded, "grant_exceeded", 403,
     "You cannot grant what you do not hold yourself, nor for longer: {permission}.",
     "آنچه خود ندارید، یا بیش از مدتی که دارید، نمی‌توانید به دیگری بدهید: {permission}."},
    {RoleFixed, "role_fixed", 409,
     "The rights of this role cannot be changed.",
     "اختیارات این نقش تغییرپذیر نیست."},
    {RoleUnknown, "role_unknown", 422,
     "There is no role of this name.",
     "چنین نقشی وجود ندارد."},
    {OwnRoles, "own_roles", 403,
     "Your own roles are for somebody else to change.",
     "نقش‌های شما را باید کسی دیگر تغییر دهد."},
    {LastAdministrator, "last_administrator", 409,
     "This is the last administrator; make another one first.",
     "این آخرین مدیر است؛ نخست مدیر دیگری تعیین کنید."},
    {InstantPassed, "instant_passed", 422,
     "This time has passed already.",
     "این زمان گذشته است."},
    {NationalIdInvalid, "national_id_invalid", 422, "The national id is not valid.", "کد ملی درست نیست."},
    {LegalIdInvalid, "legal_id_invalid", 422, "The national id of the legal person is not valid.",
     "شناسهٔ ملی شخص حقوقی درست نیست."},
    {IbanInvalid, "iban_invalid", 422, "The IBAN is not valid.", "شمارهٔ شبا درست نیست."},
    {CardPanInvalid, "card_pan_invalid", 422, "The card number is not valid.", "شمارهٔ کارت درست نیست."},
    {MobileInvalid, "mobile_invalid", 422, "The mobile number is not valid.", "شمارهٔ موبایل درست نیست."},
    {SayadIdInvalid, "sayad_id_invalid", 422, "A Sayad id has 16 digits.", "شناسهٔ صیادی ۱۶ رقم دارد."},
    {SayadIdMissing, "sayad_id_missing", 422,
     "Enter the Sayad id, or bank, series and serial of an older cheque.",
     "شناسهٔ صیادی را وارد کنید، یا بانک، سری و سریال چک قدیمی را."},
    {SayadIdPrecisionLost, "sayad_id_precision_lost", 422,
     "Excel cut the last digit of this Sayad id; type it from the cheque.",
     "اکسل رقم آخر این شناسهٔ صیادی را بریده است؛ آن را از روی چک وارد کنید."},
    {AmountMissing, "amount_missing", 422, "Enter the amount.", "مبلغ را وارد کنید."},
    {AmountInvalid, "amount_invalid", 422, "The amount cannot be read; write a whole number.",
     "مبلغ خوانده نمی‌شود؛ عدد صحیح بنویسید."},
    {AmountNotPositive, "amount_not_positive", 422, "The amount must be above zero.",
     "مبلغ باید بیشتر از صفر باشد."},
    {DueOnMissing, "due_on_missing", 422, "Enter the due date.", "تاریخ سررسید را وارد کنید."},
    {DueOnInvalid, "due_on_invalid", 422, "The due date cannot be read or does not exist.",
     "تاریخ سررسید خوانده نمی‌شود یا وجود ندارد."},
    {DueOnFarAway, "due_on_far_away", 422,
     "The due date is too far away to be meant; write the year with four digits.",
     "تاریخ سررسید بیش از اندازه دور است؛ سال را چهاررقمی بنویسید."},
    {DrawerIdInvalid, "drawer_id_invalid", 422, "The drawer's national id is not valid.",
     "کد یا شناسهٔ ملی صادرکننده درست نیست."},
    {DealerUnknown, "dealer_unknown", 422, "No dealer has this code or name.",
     "نماینده‌ای با این کد یا نام نیست."},
    {ChequeAlreadyPosted, "cheque_already_posted", 409, "This cheque is posted already.",
     "این چک پیش‌تر ثبت شده است."},
    {ChequeRepeatedInFile, "cheque_repeated_in_file", 409, "The same cheque stands in row {row}.",
     "همین چک در ردیف {row} آمده است."},
    {MoveNotAllowed, "move_not_allowed", 409,
     "A cheque that is {status} cannot take this move; allowed: {allowed}.",
     "این عملیات برای چک «{status}» ممکن نیست؛ عملیات ممکن: {allowed}."},
    {OccurredOnInFuture, "occurred_on_in_future", 422, "The date lies in the future.", "تاریخ در آینده است."},
    {ChequeMovedOn, "cheque_moved_on", 409,
     "The cheque has moved on since it was posted: it is {status} now.",
     "پس از ثبت، عملیات دیگری روی چک انجام شده و وضعیت آن اکنون «{status}» است."},
    {NothingToUndo, "nothing_to_undo", 409,
     "The last event of this cheque is not one that can be taken back.",
     "آخرین رویداد این چک برگشت‌پذیر نیست."},
    {UndoTooLate, "undo_too_late", 409,
     "What was posted later rests on this event; take that back first.",
     "ثبت‌های بعدی به این رویداد وابسته است؛ نخست آن‌ها را برگردانید."},
    {SlipNotOpen, "slip_not_open", 409, "The slip is {status}; this cannot be done with it.",
     "وضعیت برگهٔ واگذاری «{status}» است و این کار با آن ممکن نیست."},
    {SlipEmpty, "slip_empty", 409, "There is no cheque on the slip.", "در برگهٔ واگذاری چکی نیست."},
    {SlipUnanswered, "slip_unanswered", 409,
     "The bank has not answered for {count} cheques of this slip; record that first.",
     "بانک هنوز دربارهٔ {count} چک این برگه پاسخ نداده است؛ نخست نتیجهٔ آن‌ها را ثبت کنید."},
    {ChequeOnSlip, "cheque_on_slip", 409, "The cheque stands on slip {number}; take it off that first.",
     "این چک در برگهٔ واگذاری {number} است؛ نخست آن را از برگه بردارید."},
    {ChequeAmbiguous, "cheque_ambiguous", 409, "Several cheques have this number; use the Sayad id.",
     "چند چک این شماره را دارند؛ شناسهٔ صیادی را وارد کنید."},
    {AllocationExceeds, "allocation_exceeds", 422, "At most {limit} rials can be set against this here.",
     "حداکثر {limit} ریال در اینجا تخصیص‌پذیر است."},
    {InvoiceNotPayable, "invoice_not_payable", 422,
     "This is no open invoice of the cheque's dealer.",
     "این، صورتحساب باز نمایندهٔ این چک نیست."},
    {DealersDiffer, "dealers_differ", 422, "All of these cheques must be of one dealer.",
     "همهٔ این چک‌ها باید از یک نماینده باشد."},
    {PeriodTooLong, "period_too_long", 422, "At most {limit} days fit into one answer.",
     "بازه حداکثر {limit} روز است."},
    {FileMissing, "file_missing", 400, "Send the file as the part named file.",
     "فایل را در بخشی به نام file بفرستید."},
    {FileTooLarge, "file_too_large", 413, "The file is larger than {limit} MiB.",
     "فایل از {limit} مگابایت بزرگ‌تر است."},
    {FileEmpty, "file_empty", 422, "The file is empty.", "فایل خالی است."},
    {FileNotWorkbook, "file_not_workbook", 422, "This is not a workbook; send .xlsx, .ods or .csv.",
     "این فایل اکسل یا مانند آن نیست؛ xlsx، ods یا csv بفرستید."},
    {FileEncrypted, "file_encrypted", 422, "The workbook has a password; save it without one.",
     "فایل گذرواژه دارد؛ آن را بدون گذرواژه ذخیره کنید."},
    {FileDamaged, "file_damaged", 422, "The workbook is damaged; open it in Excel and save it again.",
     "فایل آسیب دیده است؛ آن را در اکسل باز و دوباره ذخیره کنید."},
    {FileUnsafe, "file_unsafe", 422,
     "The workbook holds XML declarations that no spreadsheet program writes; it was not read.",
     "فایل تعریف‌هایی دارد که هیچ برنامهٔ "
     "صفحه‌گسترده‌ای "
     "نمی‌نویسد؛ "
     "خوانده "
     "نشد."},
    {FileTooLargeUnpacked, "file_too_large_unpacked", 422,
     "Unpacked, the workbook is larger than {limit} MiB.",
     "فایل پس از باز شدن از {limit} مگابایت بزرگ‌تر است."},
    {TooManyRows, "too_many_rows", 422, "The sheet has more than {limit} rows; split it.",
     "برگه بیش از {limit} ردیف دارد؛ آن را چند بخش کنید."},
    {TooManyColumns, "too_many_columns", 422, "The sheet has more than {limit} columns.",
     "برگه بیش از {limit} ستون دارد."},
    {HeaderNotFound, "header_not_found", 422, "No row names the columns of a cheque list. Seen: {seen}",
     "ردیف سرستون‌های فهرست چک پیدا نشد. در فایل دیده شد: "
     "{seen}"},
    {NoRows, "no_rows", 422, "Under the header there is no cheque.",
     "زیر سرستون‌ها چکی نیست."},
    {ImportNotStaged, "import_not_staged", 409, "The import is not open for changes.",
     "این ورود برای تغییر باز نیست."},
    {ImportAlreadyCommitted, "import_already_committed", 409, "The import is posted already.",
     "این ورود پیش‌تر ثبت شده است."},
    {ImportStillStaging, "import_still_staging", 409, "The file is still being read.",
     "فایل هنوز در حال خواندن است."},
    {ImportInterrupted, "import_interrupted", 409,
     "Reading stopped when the server stopped; send the file again.",
     "با توقف سرور خواندن فایل نیمه‌کاره ماند؛ فایل را دوباره "
     "بفرستید."},
    {ImportNotCommitted, "import_not_committed", 409, "The import has posted nothing that could be undone.",
     "این ورود چیزی ثبت نکرده که برگردانده شود."},
    {ImportRowReady, "import_row_ready", 409, "No row has this fault.", "هیچ ردیفی این خطا را ندارد."},
    {ControlSumMismatch, "control_sum_mismatch", 422,
     "The ready rows add up to {actual} rials, not {expected}.",
     "جمع ردیف‌های آماده {actual} ریال است، نه {expected}."},
    {ControlCountMismatch, "control_count_mismatch", 422, "There are {actual} ready rows, not {expected}.",
     "{actual} ردیف آماده است، نه {expected}."},
    {DealerRequired, "dealer_required", 422,
     "Say whose cheques these are: choose a dealer, or give the file a dealer column.",
     "مشخص کنید چک‌ها مربوط به کدام نماینده است: نماینده را "
     "انتخاب "
     "کنید "
     "یا "
     "ستون "
     "نماینده "
     "به "
     "فایل "
     "بیفزایید."},
    {FileTypeNotAllowed, "file_type_not_allowed", 422,
     "Files of this kind cannot be attached. Allowed, by what is in them: {allowed}.",
     "این نوع فایل را نمی‌توان پیوست کرد. نوع‌های مجاز، بر پایهٔ محتوای فایل: {allowed}."},
    {TooManyFiles, "too_many_files", 409,
     "A record can have {limit} files; remove one that is no longer needed.",
     "هر رکورد حداکثر {limit} پیوست می‌پذیرد؛ یکی از پیوست‌های بی‌استفاده را حذف کنید."},
    {FilesTooLarge, "files_too_large", 409,
     "The files of a record can have {limit} MiB altogether; remove one that is no longer needed.",
     "حجم پیوست‌های هر رکورد روی هم حداکثر {limit} مگابایت است؛ یکی از پیوست‌های بی‌استفاده را حذف کنید."},
    {FileGone, "file_gone", 409, "The file was removed too long ago to be brought back.",
     "از حذف این پیوست زمان زیادی گذشته است و دیگر برگردانده نمی‌شود."},
    {StorageUnavailable, "storage_unavailable", 503,
     "The file store cannot be reached at the moment. Nothing is lost; try again later.",
     "مخزن فایل‌ها فعلاً در دسترس نیست. چیزی از دست نرفته است؛ کمی بعد دوباره تلاش کنید."},
    {ServerUnreachable, "server_unreachable", 503, "The server cannot be reached.", "سرور در دسترس نیست."},
    {AnswerNotUnderstood, "answer_not_understood", 502,
     "The server's answer was not understood; is the program up to date?",
     "پاسخ سرور فهمیده نشد؛ آیا برنامه به‌روز است؟"},
    {FileNotReadable, "file_not_readable", 422,
     "The file cannot be opened; is it still there, and may you read it?",
     "فایل باز نمی‌شود؛ آیا هنوز سر جایش است و اجازهٔ خواندنش "
     "را "
     "دارید؟"},
    {FileNotWritten, "file_not_written", 500, "The file cannot be written; choose another folder.",
     "فایل نوشته نمی‌شود؛ پوشهٔ دیگری انتخاب کنید."},
    {Cancelled, "cancelled", 499, "Cancelled.", "لغو شد."},
});

constexpr bool isInOrder() {
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
        if (catalogue[i].code != static_cast<ErrorCode>(i)) {
            return false;
        }
    }
    return catalogue.back().code == Cancelled;
}
static_assert(isInOrder(), "the catalogue follows the enumeration, one line each");

}  // namespace

std::span<const ErrorText> errorCatalogue() {
    return catalogue;
}

const ErrorText& errorText(ErrorCode code) {
    return catalogue.at(static_cast<std::size_t>(code));
}

std::string_view errorName(ErrorCode code) {
    return errorText(code).name;
}

std::optional<ErrorCode> errorCodeByName(std::string_view name) {
    for (const ErrorText& line : catalogue) {
        if (line.name == name) {
            return line.code;
        }
    }
    return std::nullopt;
}

std::string errorSentence(const Error& error, Language language) {
    const ErrorText& line = errorText(error.code);
    std::string sentence(language == Language::Persian ? line.persian : line.english);
    for (const auto& [name, value] : error.arguments) {
        const std::string mark = "{" + name + "}";
        for (std::size_t at = sentence.find(mark); at != std::string::npos;
             at = sentence.find(mark, at + value.size())) {
            sentence.replace(at, mark.size(), value);
        }
    }
    return sentence;
}

}  // namespace nextgen
