<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa" sourcelanguage="en">
<context>
    <name>Calendar</name>
    <message>
        <source>Farvardin</source>
        <translation>فروردین</translation>
    </message>
    <message>
        <source>Ordibehesht</source>
        <translation>اردیبهشت</translation>
    </message>
    <message>
        <source>Khordad</source>
        <translation>خرداد</translation>
    </message>
    <message>
        <source>Tir</source>
        <translation>تیر</translation>
    </message>
    <message>
        <source>Mordad</source>
        <translation>مرداد</translation>
    </message>
    <message>
        <source>Shahrivar</source>
        <translation>شهریور</translation>
    </message>
    <message>
        <source>Mehr</source>
        <translation>مهر</translation>
    </message>
    <message>
        <source>Aban</source>
        <translation>آبان</translation>
    </message>
    <message>
        <source>Azar</source>
        <translation>آذر</translation>
    </message>
    <message>
        <source>Dey</source>
        <translation>دی</translation>
    </message>
    <message>
        <source>Bahman</source>
        <translation>بهمن</translation>
    </message>
    <message>
        <source>Esfand</source>
        <translation>اسفند</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>شنبه</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>یکشنبه</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>دوشنبه</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>سه‌شنبه</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>چهارشنبه</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>پنجشنبه</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>جمعه</translation>
    </message>
    <message>
        <source>Sa</source>
        <translation>ش</translation>
    </message>
    <message>
        <source>Su</source>
        <translation>ی</translation>
    </message>
    <message>
        <source>Mo</source>
        <translation>د</translation>
    </message>
    <message>
        <source>Tu</source>
        <translation>س</translation>
    </message>
    <message>
        <source>We</source>
        <translation>چ</translation>
    </message>
    <message>
        <source>Th</source>
        <translation>پ</translation>
    </message>
    <message>
        <source>Fr</source>
        <translation>ج</translation>
    </message>
</context>
<context>
    <name>CellMark</name>
    <message>
        <source>Repaired</source>
        <translation>اصلاح‌شده</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>ویرایش‌شده</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>خطا</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>تکراری</translation>
    </message>
</context>
<context>
    <name>Cheque</name>
    <message>
        <source>Sayad id</source>
        <translation>شناسهٔ صیادی</translation>
    </message>
    <message>
        <source>Dealer</source>
        <translation>نماینده</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>سررسید</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>بانک</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>شعبه</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>سری</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>سریال</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>شماره حساب</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>شبا</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>صادرکننده</translation>
    </message>
    <message>
        <source>Drawer&apos;s national id</source>
        <translation>شناسهٔ ملی صادرکننده</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>شرح</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>زمان ثبت</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>آخرین تغییر</translation>
    </message>
</context>
<context>
    <name>ChequeEvent</name>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>عملیات</translation>
    </message>
    <message>
        <source>From</source>
        <translation>از وضعیت</translation>
    </message>
    <message>
        <source>To</source>
        <translation>به وضعیت</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>By</source>
        <translation>کاربر</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>شناسهٔ درخواست</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>زمان ثبت</translation>
    </message>
</context>
<context>
    <name>ChequeImport</name>
    <message>
        <source>File</source>
        <translation>فایل</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>قالب</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>برگه</translation>
    </message>
    <message>
        <source>Header row</source>
        <translation>سطر عنوان</translation>
    </message>
    <message>
        <source>Amounts in</source>
        <translation>واحد مبلغ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>سطرها</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>آماده</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>اصلاح‌شده</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>تکراری</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>خطادار</translation>
    </message>
    <message>
        <source>Sum of the ready rows</source>
        <translation>جمع سطرهای آماده</translation>
    </message>
    <message>
        <source>Posted rows</source>
        <translation>سطرهای ثبت‌شده</translation>
    </message>
    <message>
        <source>Kept rows</source>
        <translation>سطرهای مانده</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>زمان دریافت</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>آخرین تغییر</translation>
    </message>
    <message>
        <source>Dealer</source>
        <translation>نماینده</translation>
    </message>
    <message>
        <source>By</source>
        <translation>کاربر</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>On hand</source>
        <translation>نزد صندوق</translation>
    </message>
    <message>
        <source>Deposited</source>
        <translation>واگذار به بانک</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>وصول‌شده</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>برگشتی</translation>
    </message>
    <message>
        <source>Endorsed</source>
        <translation>خرج‌شده</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>عودت‌شده</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>باطل</translation>
    </message>
    <message>
        <source>Legal action</source>
        <translation>حقوقی</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>دریافت</translation>
    </message>
    <message>
        <source>Deposit at bank</source>
        <translation>واگذاری به بانک</translation>
    </message>
    <message>
        <source>Take back from bank</source>
        <translation>استرداد از بانک</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>وصول</translation>
    </message>
    <message>
        <source>Bounce</source>
        <translation>برگشت</translation>
    </message>
    <message>
        <source>Deposit again</source>
        <translation>واگذاری دوباره</translation>
    </message>
    <message>
        <source>Settle in cash</source>
        <translation>تسویهٔ نقدی</translation>
    </message>
    <message>
        <source>Return to drawer</source>
        <translation>عودت به صادرکننده</translation>
    </message>
    <message>
        <source>Endorse</source>
        <translation>خرج چک</translation>
    </message>
    <message>
        <source>Take back from endorsee</source>
        <translation>پس‌گرفتن چک خرج‌شده</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>در حال خواندن فایل</translation>
    </message>
    <message>
        <source>Staged</source>
        <translation>آمادهٔ بررسی</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>ثبت‌شده</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>برگردانده‌شده</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>ناموفق</translation>
    </message>
    <message>
        <source>Rial</source>
        <translation>ریال</translation>
    </message>
    <message>
        <source>Toman</source>
        <translation>تومان</translation>
    </message>
    <message>
        <source>Bronze</source>
        <translation>برنزی</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>نقره‌ای</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>طلایی</translation>
    </message>
    <message>
        <source>Platinum</source>
        <translation>پلاتینی</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>فعال</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>معلق</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>بسته</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>آماده</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>تکراری</translation>
    </message>
    <message>
        <source>Take legal action</source>
        <translation>اقدام حقوقی</translation>
    </message>
    <message>
        <source>Make void</source>
        <translation>ابطال</translation>
    </message>
</context>
<context>
    <name>Dealer</name>
    <message>
        <source>Code</source>
        <translation>کد</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>نام شرکت</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>سطح</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>سقف اعتبار</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>زمان ایجاد</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>آخرین تغییر</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>ادامه</translation>
    </message>
</context>
<context>
    <name>Exposure</name>
    <message>
        <source>Credit limit</source>
        <translation>سقف اعتبار</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>فاکتورشده</translation>
    </message>
    <message>
        <source>Unbilled orders</source>
        <translation>سفارش‌های فاکتورنشده</translation>
    </message>
    <message>
        <source>Cheques on hand</source>
        <translation>چک‌های نزد صندوق</translation>
    </message>
    <message>
        <source>Cheques deposited</source>
        <translation>چک‌های واگذارشده</translation>
    </message>
    <message>
        <source>Cheques endorsed</source>
        <translation>چک‌های خرج‌شده</translation>
    </message>
    <message>
        <source>Cheques bounced</source>
        <translation>چک‌های برگشتی</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>اعتبار مصرف‌شده</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>اعتبار آزاد</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>تا تاریخ</translation>
    </message>
    <message>
        <source>Back within the limit on</source>
        <translation>بازگشت به زیر سقف در</translation>
    </message>
</context>
<context>
    <name>ExposureDocument</name>
    <message>
        <source>Number</source>
        <translation>شماره</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>سررسید</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>وضعیت</translation>
    </message>
</context>
<context>
    <name>LedgerLine</name>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>عملیات</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>سند</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>بدهکار</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>بستانکار</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>مانده</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>%1 in rials</source>
        <translation>%1 به ریال</translation>
    </message>
    <message>
        <source>%1 rials</source>
        <translation>%1 ریال</translation>
    </message>
    <message>
        <source>%1 tomans</source>
        <translation>%1 تومان</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Cheques</source>
        <translation>چک‌ها</translation>
    </message>
    <message>
        <source>Dealers</source>
        <translation>نمایندگان</translation>
    </message>
</context>
<context>
    <name>RecordModel</name>
    <message>
        <source>Yes</source>
        <translation>بله</translation>
    </message>
    <message>
        <source>No</source>
        <translation>خیر</translation>
    </message>
</context>
<context>
    <name>RefusedMove</name>
    <message>
        <source>Cheque</source>
        <translation>چک</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>علت</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Signed in</source>
        <translation>زمان ورود</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>پایان</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>آخرین فعالیت</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>نشانی</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>برنامه</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>همین نشست</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Tenant</source>
        <translation>شناسهٔ فروشگاه</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ایمیل</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>گذرواژه</translation>
    </message>
</context>
<context>
    <name>User</name>
    <message>
        <source>E-mail</source>
        <translation>ایمیل</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque::ChequeDialog</name>
    <message>
        <source>Record a cheque</source>
        <translation>ثبت چک</translation>
    </message>
    <message>
        <source>Dealer</source>
        <translation>نماینده</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>از نو</translation>
    </message>
    <message>
        <source>Record cheque</source>
        <translation>ثبت چک</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>What you typed on %1 is back: it had not been recorded.</source>
        <translation>آنچه در %1 نوشته بودید بازگشت؛ هنوز ثبت نشده بود.</translation>
    </message>
    <message>
        <source>%1 What you typed is kept on this computer; try again, or come back to it later.</source>
        <translation>%1 آنچه نوشته‌اید در همین رایانه نگه داشته شد؛ دوباره بکوشید یا بعداً ادامه دهید.</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque::ChequePanel</name>
    <message>
        <source>Choose a cheque to see its details and history; several, to move them together.</source>
        <translation>برای دیدن جزئیات و گردش، یک چک را برگزینید؛ برای عملیات گروهی، چند چک را.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>گردش چک</translation>
    </message>
    <message>
        <source>Cheques chosen: %1</source>
        <translation>چک‌های برگزیده: %1</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 از %3)</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 ← %2</translation>
    </message>
    <message>
        <source>Recorded %1</source>
        <translation>ثبت در %1</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque::ChequesPage</name>
    <message>
        <source>Sayad id, drawer or serial</source>
        <translation>شناسهٔ صیادی، صادرکننده یا سریال</translation>
    </message>
    <message>
        <source>Record a cheque</source>
        <translation>ثبت چک</translation>
    </message>
    <message>
        <source>Search cheques</source>
        <translation>جست‌وجوی چک</translation>
    </message>
    <message>
        <source>Only the cheques of one import are shown.</source>
        <translation>تنها چک‌های یک ورود نمایش داده می‌شوند.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>نمایش همه</translation>
    </message>
    <message>
        <source>No cheque fits these conditions.</source>
        <translation>هیچ چکی با این شرط‌ها نمی‌خواند.</translation>
    </message>
    <message>
        <source>There is no cheque yet.</source>
        <translation>هنوز چکی ثبت نشده است.</translation>
    </message>
    <message>
        <source>Cheque %1 is recorded.</source>
        <translation>چک %1 ثبت شد.</translation>
    </message>
    <message>
        <source>%1: cheque %2 is now “%3”.</source>
        <translation>%1: وضعیت چک %2 اکنون «%3» است.</translation>
    </message>
    <message>
        <source>%1: cheques moved: %2</source>
        <translation>%1: %2 چک انجام شد</translation>
    </message>
    <message>
        <source>It is “%1” by now.</source>
        <translation>وضعیت آن اکنون «%1» است.</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque::MoveDialog</name>
    <message>
        <source>Cheque %1, %2</source>
        <translation>چک %1، %2</translation>
    </message>
    <message>
        <source>Cheques: %1, together %2</source>
        <translation>%1 چک، روی هم %2</translation>
    </message>
    <message>
        <source>Of the chosen cheques %1 cannot take this step and are left out.</source>
        <translation>%1 چک از چک‌های برگزیده این عملیات را نمی‌پذیرد و کنار گذاشته می‌شود.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 از %2</translation>
    </message>
    <message>
        <source>%1 Nothing is lost: try again when it is back.</source>
        <translation>%1 چیزی از دست نرفته است؛ پس از برقراری اتصال دوباره بکوشید.</translation>
    </message>
    <message>
        <source>The cheque was moved meanwhile and takes no further step.</source>
        <translation>وضعیت چک در این میان تغییر کرده است و عملیات دیگری نمی‌پذیرد.</translation>
    </message>
    <message>
        <source>The cheque was moved meanwhile; now it can take: %1</source>
        <translation>وضعیت چک در این میان تغییر کرده است؛ اکنون می‌پذیرد: %1</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque::MoveResultDialog</name>
    <message>
        <source>Moved: %1 · not moved: %2</source>
        <translation>انجام‌شده: %1 · انجام‌نشده: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>The cheques below stay as they were.</source>
        <translation>چک‌های زیر همان‌گونه که بودند مانده‌اند.</translation>
    </message>
</context>
<context>
    <name>nextgen::dealer::DealerPanel</name>
    <message>
        <source>Choose a dealer to see what they owe.</source>
        <translation>برای دیدن بدهی و اعتبار، نماینده‌ای را برگزینید.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>اسناد</translation>
    </message>
    <message>
        <source>Documents: %1</source>
        <translation>اسناد: %1</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>دفتر حساب</translation>
    </message>
    <message>
        <source>Click a part of the bar to see what it is made of.</source>
        <translation>برای دیدن اسناد، روی بخشی از نوار کلیک کنید.</translation>
    </message>
    <message>
        <source>There is no document in this part.</source>
        <translation>در این بخش سندی نیست.</translation>
    </message>
    <message>
        <source>Nothing has been booked for this dealer yet.</source>
        <translation>هنوز چیزی برای این نماینده ثبت نشده است.</translation>
    </message>
    <message>
        <source>If every cheque is paid when due, the dealer is back within the limit on %1.</source>
        <translation>اگر همهٔ چک‌ها در سررسید وصول شوند، نماینده در %1 به سقف اعتبار بازمی‌گردد.</translation>
    </message>
    <message>
        <source>The cheques at hand are not enough to bring the dealer back within the limit.</source>
        <translation>چک‌های موجود برای بازگشت نماینده به سقف اعتبار کافی نیست.</translation>
    </message>
</context>
<context>
    <name>nextgen::dealer::DealerPicker</name>
    <message>
        <source>Company or code</source>
        <translation>نام شرکت یا کد</translation>
    </message>
</context>
<context>
    <name>nextgen::dealer::DealersPage</name>
    <message>
        <source>Company or code</source>
        <translation>نام شرکت یا کد</translation>
    </message>
    <message>
        <source>Search dealers</source>
        <translation>جست‌وجوی نماینده</translation>
    </message>
    <message>
        <source>No dealer fits these conditions.</source>
        <translation>هیچ نماینده‌ای با این شرط‌ها نمی‌خواند.</translation>
    </message>
    <message>
        <source>There is no dealer yet.</source>
        <translation>هنوز نماینده‌ای ثبت نشده است.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>نمایش همه</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>دستورها</translation>
    </message>
    <message>
        <source>Page, action or cheque number…</source>
        <translation>صفحه، کار یا شمارهٔ چک…</translation>
    </message>
    <message>
        <source>Nothing by this name.</source>
        <translation>چیزی با این نام نیست.</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::MainWindow</name>
    <message>
        <source>NextGen back office</source>
        <translation>سامانهٔ مدیریت نکست‌جن</translation>
    </message>
    <message>
        <source>NextGen</source>
        <translation>نکست‌جن</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>جست‌وجو یا دستور</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>پوستهٔ تیره</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>پوستهٔ روشن</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>کلیدهای میان‌بر</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>بارگذاری دوباره</translation>
    </message>
    <message>
        <source>Switch to English</source>
        <translation>تغییر زبان به انگلیسی</translation>
    </message>
    <message>
        <source>Switch to Persian</source>
        <translation>تغییر زبان به فارسی</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>خروج از حساب</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>متصل به %1</translation>
    </message>
    <message>
        <source>No connection to %1</source>
        <translation>اتصال به %1 برقرار نیست</translation>
    </message>
    <message>
        <source>No keychain here: the next start asks for the password</source>
        <translation>دسته‌کلید سیستم در دسترس نیست؛ بار بعد گذرواژه پرسیده می‌شود</translation>
    </message>
    <message>
        <source>Drafts are kept in memory only: %1</source>
        <translation>پیش‌نویس‌ها فقط در حافظه نگه داشته می‌شوند: %1</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again; what you typed is still here.</source>
        <translation>نشست شما پایان یافته است. دوباره وارد شوید؛ آنچه نوشته‌اید سر جایش است.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>ورود</translation>
    </message>
    <message>
        <source>The server cannot be reached. What you type is kept here and sent when it is back; the program asks again every few seconds.</source>
        <translation>سرور در دسترس نیست. آنچه می‌نویسید همین‌جا نگه داشته و پس از برقراری اتصال فرستاده می‌شود؛ برنامه هر چند ثانیه دوباره می‌آزماید.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>اکنون بیازما</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>رفتن به</translation>
    </message>
    <message>
        <source>Find cheque %1</source>
        <translation>یافتن چک %1</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>همه‌جا</translation>
    </message>
    <message>
        <source>In tables</source>
        <translation>در جدول‌ها</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>بازکردن ردیف</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>ویرایش خانه</translation>
    </message>
    <message>
        <source>Copy with headings</source>
        <translation>رونوشت با سرستون‌ها</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>گزینش همه</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>بارگذاری دوباره</translation>
    </message>
    <message>
        <source>In date fields</source>
        <translation>در خانه‌های تاریخ</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>بازکردن تقویم</translation>
    </message>
    <message>
        <source>A day later or earlier</source>
        <translation>یک روز پس یا پیش</translation>
    </message>
    <message>
        <source>A month later or earlier</source>
        <translation>یک ماه پس یا پیش</translation>
    </message>
    <message>
        <source>In ten days</source>
        <translation>ده روز دیگر</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>کلیدهای میان‌بر</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::SignInWindow</name>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>نشست شما پایان یافته است. دوباره وارد شوید.</translation>
    </message>
    <message>
        <source>Sign in – NextGen back office</source>
        <translation>ورود – سامانهٔ مدیریت نکست‌جن</translation>
    </message>
    <message>
        <source>NextGen</source>
        <translation>نکست‌جن</translation>
    </message>
    <message>
        <source>Back office of the marketplace: dealers, cheques, credit</source>
        <translation>سامانهٔ مدیریت فروشگاه: نمایندگان، چک‌ها، اعتبار</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>پوستهٔ تیره</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>پوستهٔ روشن</translation>
    </message>
    <message>
        <source>&amp;Server address</source>
        <translation>نشانی سرور</translation>
    </message>
    <message>
        <source>&amp;Tenant</source>
        <translation>شناسهٔ فروشگاه</translation>
    </message>
    <message>
        <source>The short Latin name of your marketplace</source>
        <translation>نام کوتاه لاتین فروشگاه شما</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>ایمیل</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>گذرواژه</translation>
    </message>
    <message>
        <source>&amp;Keep me signed in on this computer</source>
        <translation>در این رایانه وارد بمانم</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>ورود</translation>
    </message>
    <message>
        <source>This connection is not encrypted: others on the network could read the password.</source>
        <translation>این اتصال رمزنگاری نشده است: دیگران در شبکه می‌توانند گذرواژه را بخوانند.</translation>
    </message>
    <message>
        <source>Enter the server&apos;s address, for example %1</source>
        <translation>نشانی سرور را وارد کنید، مانند %1</translation>
    </message>
    <message>
        <source>Fill in the marked fields.</source>
        <translation>خانه‌های نشان‌دار را پر کنید.</translation>
    </message>
    <message>
        <source>%1 Is the address right, and does the server run? (%2)</source>
        <translation>%1 آیا نشانی درست است و سرور کار می‌کند؟ (%2)</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::Banner</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::BusyLine</name>
    <message>
        <source>Loading</source>
        <translation>در حال بارگذاری</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::FilterBar</name>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>جستجو (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>جستجو</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>پالایش</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>پاک‌کردن همه</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>بله</translation>
    </message>
    <message>
        <source>No</source>
        <translation>خیر</translation>
    </message>
    <message>
        <source>From</source>
        <translation>از</translation>
    </message>
    <message>
        <source>To</source>
        <translation>تا</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>گذشته</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>Next 30 days</source>
        <translation>۳۰ روز آینده</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>این ماه</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>اعمال</translation>
    </message>
    <message>
        <source>Change this filter</source>
        <translation>تغییر این شرط</translation>
    </message>
    <message>
        <source>Remove this filter (Delete)</source>
        <translation>حذف این شرط (Delete)</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>حذف شرط %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1: از %2 تا %3</translation>
    </message>
    <message>
        <source>%1: from %2</source>
        <translation>%1: از %2</translation>
    </message>
    <message>
        <source>%1: up to %2</source>
        <translation>%1: تا %2</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::Form</name>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>Must be filled in</source>
        <translation>پرکردن این خانه لازم است</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::JalaliCalendar</name>
    <message>
        <source>Previous year (Ctrl+PageUp)</source>
        <translation>سال قبل (Ctrl+PageUp)</translation>
    </message>
    <message>
        <source>Previous month (PageUp)</source>
        <translation>ماه قبل (PageUp)</translation>
    </message>
    <message>
        <source>Next month (PageDown)</source>
        <translation>ماه بعد (PageDown)</translation>
    </message>
    <message>
        <source>Next year (Ctrl+PageDown)</source>
        <translation>سال بعد (Ctrl+PageDown)</translation>
    </message>
    <message>
        <source>Choose the month</source>
        <translation>انتخاب ماه</translation>
    </message>
    <message>
        <source>Choose the year</source>
        <translation>انتخاب سال</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>Arrow keys walk the days, Enter chooses</source>
        <translation>با کلیدهای جهت میان روزها بروید و با Enter انتخاب کنید</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::JalaliDateEdit</name>
    <message>
        <source>Short forms: today, +10, 15, end of month</source>
        <translation>کوتاه: امروز، ⁦+۱۰⁩، ۱۵، آخر ماه</translation>
    </message>
    <message>
        <source>Not a date: type it as %1</source>
        <translation>تاریخ نیست؛ به شکل %1 بنویسید</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>بازکردن تقویم</translation>
    </message>
    <message>
        <source>Open the calendar (Alt+Down)</source>
        <translation>بازکردن تقویم (Alt+Down)</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::MoneyEdit</name>
    <message>
        <source>Rials; short forms: 12m, 500k, 2b</source>
        <translation>به ریال؛ کوتاه: ۱۲م، ۵۰۰ هزار، ۲ میلیارد</translation>
    </message>
    <message>
        <source>Not an amount: type digits, for example 12,000,000 or 12m</source>
        <translation>مبلغ نیست؛ عدد بنویسید، مانند ۱۲٬۰۰۰٬۰۰۰ یا ۱۲م</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::ProgressPanel</name>
    <message>
        <source>Cancel</source>
        <translation>لغو</translation>
    </message>
    <message>
        <source>%1 of %2 (%3%)</source>
        <translation>%1 از %2 (%3٪)</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::RecordGrid</name>
    <message>
        <source>Copy the selection with headings (Ctrl+C)</source>
        <translation>رونوشت ردیف‌های انتخاب‌شده همراه عنوان‌ها (Ctrl+C)</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>انتخاب ستون‌ها</translation>
    </message>
    <message>
        <source>Copy the error</source>
        <translation>رونوشت خطا</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>ردیف‌ها</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>هنوز چیزی اینجا نیست</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>کد: %1</translation>
    </message>
    <message>
        <source>%1 of about %2 rows</source>
        <translation>%1 ردیف از حدود %2</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>تعداد ردیف: %1</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>انتخاب‌شده: %1</translation>
    </message>
    <message>
        <source>%1: sum %2, mean %3</source>
        <translation>%1: جمع %2، میانگین %3</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>بازگشت به ستون‌های پیش‌فرض</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::StackedBar</name>
    <message>
        <source>%1 of a limit of %2 — over by %3</source>
        <translation>%1 از سقف %2 — %3 بیش از سقف</translation>
    </message>
    <message>
        <source>%1 of a limit of %2 — %3 free</source>
        <translation>%1 از سقف %2 — %3 آزاد</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::StepHeader</name>
    <message>
        <source>to do</source>
        <translation>مانده</translation>
    </message>
    <message>
        <source>current</source>
        <translation>گام کنونی</translation>
    </message>
    <message>
        <source>done</source>
        <translation>انجام‌شده</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ناموفق</translation>
    </message>
    <message>
        <source>Step %1, %2: %3</source>
        <translation>گام %1، %2: %3</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::WizardFrame</name>
    <message>
        <source>Back</source>
        <translation>قبلی</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>بعدی</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
</context>
</TS>
