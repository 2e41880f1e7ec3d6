<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa" sourcelanguage="en">
<context>
    <name>Area</name>
    <message>
        <source>Sales</source>
        <translation>فروش</translation>
    </message>
    <message>
        <source>Dealers &amp; cheques</source>
        <translation>نمایندگان و چک</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>فروشندگان</translation>
    </message>
    <message>
        <source>Executors</source>
        <translation>مجریان</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>کالا</translation>
    </message>
    <message>
        <source>Storefront</source>
        <translation>فروشگاه</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>مالی</translation>
    </message>
    <message>
        <source>System</source>
        <translation>سامانه</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>خانه</translation>
    </message>
</context>
<context>
    <name>Bids</name>
    <message>
        <source>Projects completed</source>
        <translation>پروژه‌های به پایان رسانده</translation>
    </message>
    <message>
        <source>Projects in dispute</source>
        <translation>پروژه‌های دارای اختلاف</translation>
    </message>
    <message>
        <source>★ best</source>
        <translation>★ بهترین</translation>
    </message>
    <message>
        <source>%1 more (%2 %)</source>
        <translation>%1 بیشتر (%2٪)</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 بیشتر</translation>
    </message>
    <message>
        <source>%1 days more</source>
        <translation>%1 روز بیشتر</translation>
    </message>
    <message>
        <source>%1 months less</source>
        <translation>%1 ماه کمتر</translation>
    </message>
    <message>
        <source>%1 fewer</source>
        <translation>%1 کمتر</translation>
    </message>
</context>
<context>
    <name>BidsSheet</name>
    <message>
        <source>Comparison of the bids</source>
        <translation>جدول مقایسهٔ پیشنهادها</translation>
    </message>
    <message>
        <source>Compared by</source>
        <translation>مقایسه‌کننده</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>تأییدکننده</translation>
    </message>
</context>
<context>
    <name>Bytes</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 بایت</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 کیلوبایت</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 مگابایت</translation>
    </message>
</context>
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
    <message>
        <source>Changed</source>
        <translation>تغییرکرده</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>حذف‌شده</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>پیش از آن: %1</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>هنوز ذخیره نشده</translation>
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
        <translation>شمارهٔ حساب</translation>
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
    <message>
        <source>Row</source>
        <translation>ردیف</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>یافته‌ها</translation>
    </message>
</context>
<context>
    <name>ChequeAllocation</name>
    <message>
        <source>Invoice</source>
        <translation>صورتحساب</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>زمان لغو</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>وصول‌شده</translation>
    </message>
    <message>
        <source>Dealer</source>
        <translation>نماینده</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>تاریخ صدور</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>سررسید</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>جمع</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>پرداخت‌شده</translation>
    </message>
    <message>
        <source>By cleared cheques</source>
        <translation>با چک وصول‌شده</translation>
    </message>
    <message>
        <source>By cheques, not cleared</source>
        <translation>با چک وصول‌نشده</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>بدون پوشش</translation>
    </message>
</context>
<context>
    <name>ChequeBounce</name>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل برگشت</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>شمارهٔ گواهی عدم پرداخت</translation>
    </message>
    <message>
        <source>Date of the certificate</source>
        <translation>تاریخ گواهی</translation>
    </message>
    <message>
        <source>Bank&apos;s fee</source>
        <translation>کارمزد بانک</translation>
    </message>
    <message>
        <source>The dealer pays the fee</source>
        <translation>کارمزد به عهدهٔ نماینده</translation>
    </message>
    <message>
        <source>Dealer put on hold</source>
        <translation>نماینده متوقف شد</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>برگردانده‌شده</translation>
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
    <message>
        <source>Holder</source>
        <translation>دارنده</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>برگهٔ واگذاری</translation>
    </message>
</context>
<context>
    <name>ChequeExchange</name>
    <message>
        <source>Dealer</source>
        <translation>نماینده</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>عودت داده‌شده</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>دریافت‌شده</translation>
    </message>
    <message>
        <source>Ras of those given back</source>
        <translation>راس چک‌های عودتی</translation>
    </message>
    <message>
        <source>Ras of those received</source>
        <translation>راس چک‌های جدید</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
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
        <translation>ردیف سرستون</translation>
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
        <translation>ردیف‌ها</translation>
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
        <translation>جمع ردیف‌های آماده</translation>
    </message>
    <message>
        <source>Posted rows</source>
        <translation>ردیف‌های ثبت‌شده</translation>
    </message>
    <message>
        <source>Kept rows</source>
        <translation>ردیف‌های باطل‌نشده</translation>
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
    <name>ChequeReceipt</name>
    <message>
        <source>Receipt of cheques</source>
        <translation>رسید دریافت چک</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Received from</source>
        <translation>دریافت‌شده از</translation>
    </message>
    <message>
        <source>Cheques</source>
        <translation>تعداد چک</translation>
    </message>
    <message>
        <source>Sum in words</source>
        <translation>جمع به حروف</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>تحویل‌دهنده</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>تحویل‌گیرنده</translation>
    </message>
</context>
<context>
    <name>ChequeSlip</name>
    <message>
        <source>Number</source>
        <translation>شماره</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>حساب بانکی</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Handed over on</source>
        <translation>تاریخ تحویل به بانک</translation>
    </message>
    <message>
        <source>Cheques</source>
        <translation>چک‌ها</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>جمع</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>بی‌پاسخ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>زمان ایجاد</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>زمان تغییر</translation>
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
        <translation>پس گرفتن چک خرج‌شده</translation>
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
        <translation>خطادار</translation>
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
    <message>
        <source>Inactive</source>
        <translation>غیرفعال</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>فارسی</translation>
    </message>
    <message>
        <source>English</source>
        <translation>انگلیسی</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>پیش‌نویس</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>در حال بررسی</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>ردشده</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>بایگانی</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>در انتظار بررسی</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>متن</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>عدد صحیح</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>بله یا خیر</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>گزینه‌ای</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>موجودی اول دوره</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>دریافت</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>رزرو</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>آزادسازی رزرو</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>فروش</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>مرجوعی</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>ضایعات</translation>
    </message>
    <message>
        <source>Stock-take</source>
        <translation>انبارگردانی</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>تعدیل</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>درصدی</translation>
    </message>
    <message>
        <source>Fixed amount</source>
        <translation>مبلغ ثابت</translation>
    </message>
    <message>
        <source>Free shipping</source>
        <translation>ارسال رایگان</translation>
    </message>
    <message>
        <source>Whole order</source>
        <translation>کل سفارش</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>دسته</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>برند</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>فروشنده</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>کالا</translation>
    </message>
    <message>
        <source>Any tier</source>
        <translation>همهٔ سطح‌ها</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>بازارگاه</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>مشترک</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>حقیقی</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>حقوقی</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>تأییدشده</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>تعلیق‌شده</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز</translation>
    </message>
    <message>
        <source>By invitation</source>
        <translation>با دعوت</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>پاکت بسته</translation>
    </message>
    <message>
        <source>Closed for bids</source>
        <translation>پایان مهلت پیشنهاد</translation>
    </message>
    <message>
        <source>Awarded</source>
        <translation>واگذارشده</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>در حال انجام</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>تکمیل‌شده</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>مورد اختلاف</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>لغوشده</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>دعوت‌شده</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>نپذیرفته</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>ارسال‌شده</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>پس‌گرفته</translation>
    </message>
    <message>
        <source>Shortlisted</source>
        <translation>در فهرست کوتاه</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>پذیرفته</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>منقضی</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>برنامه‌ریزی‌شده</translation>
    </message>
    <message>
        <source>Funded</source>
        <translation>تأمین‌شده</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>انجام‌شده</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>آزادشده</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>کارمزد</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>صادرشده</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation>نیمه‌پرداخت</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>پرداخت‌شده</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>نقد</translation>
    </message>
    <message>
        <source>On credit</source>
        <translation>نسیه</translation>
    </message>
    <message>
        <source>Cash and credit</source>
        <translation>نقد و نسیه</translation>
    </message>
    <message>
        <source>None</source>
        <translation>ندارد</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>در صف</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>ارسال‌شده</translation>
    </message>
    <message>
        <source>Accepted with warnings</source>
        <translation>پذیرفته با هشدار</translation>
    </message>
    <message>
        <source>Unsuccessful</source>
        <translation>ناموفق</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>نامعلوم</translation>
    </message>
    <message>
        <source>Awaiting</source>
        <translation>در انتظار واکنش</translation>
    </message>
    <message>
        <source>Approved by the system</source>
        <translation>تأیید سیستمی</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>لازم نیست</translation>
    </message>
    <message>
        <source>Impossible</source>
        <translation>ممکن نیست</translation>
    </message>
    <message>
        <source>Type 1: with buyer</source>
        <translation>نوع اول</translation>
    </message>
    <message>
        <source>Type 2: without buyer</source>
        <translation>نوع دوم</translation>
    </message>
    <message>
        <source>Type 3: receipt</source>
        <translation>نوع سوم</translation>
    </message>
    <message>
        <source>Ordinary sale</source>
        <translation>فروش</translation>
    </message>
    <message>
        <source>Foreign currency</source>
        <translation>فروش ارزی</translation>
    </message>
    <message>
        <source>Gold and jewellery</source>
        <translation>طلا و جواهر</translation>
    </message>
    <message>
        <source>Contracting</source>
        <translation>پیمانکاری</translation>
    </message>
    <message>
        <source>Utility bill</source>
        <translation>قبوض خدماتی</translation>
    </message>
    <message>
        <source>Air ticket</source>
        <translation>بلیت هواپیما</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>صادرات</translation>
    </message>
    <message>
        <source>Waybill</source>
        <translation>بارنامه</translation>
    </message>
    <message>
        <source>Petroleum</source>
        <translation>فرآورده‌های نفتی</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>بورس کالا</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>بیمه</translation>
    </message>
    <message>
        <source>Chain sale</source>
        <translation>زنجیره‌ای</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>اصلی</translation>
    </message>
    <message>
        <source>Corrective</source>
        <translation>اصلاحی</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>ابطالی</translation>
    </message>
    <message>
        <source>Return invoice</source>
        <translation>برگشت از فروش</translation>
    </message>
    <message>
        <source>Not exceeded</source>
        <translation>عبور نکرده</translation>
    </message>
    <message>
        <source>Exceeded</source>
        <translation>عبور کرده</translation>
    </message>
    <message>
        <source>Partnership</source>
        <translation>مشارکت مدنی</translation>
    </message>
    <message>
        <source>Foreigner</source>
        <translation>اتباع غیرایرانی</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>ایجادشده</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>موفق</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>بی‌پاسخ</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>پیدا نشد</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ارزش افزوده</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>در حال اجرا</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>تصویر</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>فیلم</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>سند</translation>
    </message>
    <message>
        <source>3D model</source>
        <translation>مدل سه‌بعدی</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>همگانی</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>خصوصی</translation>
    </message>
    <message>
        <source>In the program</source>
        <translation>درون برنامه</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ایمیل</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>پیامک</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>در حال ارسال</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>تحویل‌شده</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>فروشگاه</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>پیشخوان</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>ورود گروهی</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>ثبت‌شده</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>تأییدشده</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>در حال پردازش</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>ارسال‌شده</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>مرجوعی</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>پرداخت‌نشده</translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation>بازپرداخت جزئی</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>بازپرداخت‌شده</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>ارسال‌نشده</translation>
    </message>
    <message>
        <source>Partly sent</source>
        <translation>ارسال جزئی</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>فهرست قیمت</translation>
    </message>
    <message>
        <source>Tier price</source>
        <translation>قیمت پله‌ای</translation>
    </message>
    <message>
        <source>Proforma</source>
        <translation>پیش‌فاکتور</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>دستی</translation>
    </message>
    <message>
        <source>Became an order</source>
        <translation>تبدیل به سفارش</translation>
    </message>
    <message>
        <source>Receipt of money</source>
        <translation>دریافت وجه</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>بازپرداخت</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>درگاه</translation>
    </message>
    <message>
        <source>Card to card</source>
        <translation>کارت به کارت</translation>
    </message>
    <message>
        <source>POS</source>
        <translation>کارت‌خوان</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>حواله</translation>
    </message>
    <message>
        <source>Cheque</source>
        <translation>چک</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>کیف پول</translation>
    </message>
    <message>
        <source>Barter</source>
        <translation>تهاتر</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>سایر</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>تأییدشده</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>تسویه‌شده</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>منتشرشده</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>پنهان</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>پست</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>پیک</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>باربری</translation>
    </message>
    <message>
        <source>Freight, paid on delivery</source>
        <translation>باربری پس‌کرایه</translation>
    </message>
    <message>
        <source>Pick-up</source>
        <translation>تحویل حضوری</translation>
    </message>
    <message>
        <source>Own fleet</source>
        <translation>ناوگان خودی</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>مشتریان</translation>
    </message>
    <message>
        <source>Dealers</source>
        <translation>نمایندگان</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>سفارش‌شده</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>ادغام‌شده</translation>
    </message>
    <message>
        <source>Abandoned</source>
        <translation>رهاشده</translation>
    </message>
    <message>
        <source>Onboarding</source>
        <translation>در حال ثبت‌نام</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>روزانه</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>هفتگی</translation>
    </message>
    <message>
        <source>Every two weeks</source>
        <translation>دوهفتگی</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>ماهانه</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>کنارگذاشته</translation>
    </message>
    <message>
        <source>Unresolved</source>
        <translation>نامشخص</translation>
    </message>
    <message>
        <source>Importer</source>
        <translation>واردکننده</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>سازنده</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>بازارگاه</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>ثبت‌شده</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>تعویض‌شده</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>دریافت‌شده</translation>
    </message>
    <message>
        <source>Diagnosing</source>
        <translation>در حال بررسی</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>تعمیرشده</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>ایجاد</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تغییر</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Secret read</source>
        <translation>مشاهدهٔ محرمانه</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>بی‌اجازه</translation>
    </message>
    <message>
        <source>Written to a file</source>
        <translation>خروجی در پرونده</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>ورود</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>ورود ناموفق</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>پایان نشست</translation>
    </message>
    <message>
        <source>Workbook posted</source>
        <translation>ثبت فایل چک</translation>
    </message>
    <message>
        <source>Workbook undone</source>
        <translation>برگرداندن فایل چک</translation>
    </message>
    <message>
        <source>Refuse what exceeds the limit</source>
        <translation>نپذیرفتن آنچه از سقف بگذرد</translation>
    </message>
    <message>
        <source>Warn and let it pass</source>
        <translation>هشدار و پذیرش</translation>
    </message>
    <message>
        <source>Do not check</source>
        <translation>بدون بررسی</translation>
    </message>
    <message>
        <source>Keys of secrets changed</source>
        <translation>تغییر کلید رمزها</translation>
    </message>
    <message>
        <source>Keys of look-ups changed</source>
        <translation>تغییر کلید جست‌وجوی رمزها</translation>
    </message>
    <message>
        <source>Second factor begun</source>
        <translation>آغاز راه‌اندازی ورود دومرحله‌ای</translation>
    </message>
    <message>
        <source>Second factor turned on</source>
        <translation>روشن‌شدن ورود دومرحله‌ای</translation>
    </message>
    <message>
        <source>Second factor turned off</source>
        <translation>خاموش‌شدن ورود دومرحله‌ای</translation>
    </message>
    <message>
        <source>Second factor reset</source>
        <translation>بازنشانی ورود دومرحله‌ای</translation>
    </message>
    <message>
        <source>Recovery codes made</source>
        <translation>ساخت کدهای بازیابی</translation>
    </message>
    <message>
        <source>Recovery code used</source>
        <translation>به‌کاررفتن کد بازیابی</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>تغییر گذرواژه</translation>
    </message>
    <message>
        <source>Password reset asked for</source>
        <translation>درخواست گذرواژهٔ تازه</translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation>تعیین گذرواژهٔ تازه</translation>
    </message>
    <message>
        <source>Account locked</source>
        <translation>قفل‌شدن حساب کاربری</translation>
    </message>
    <message>
        <source>Account unlocked</source>
        <translation>بازشدن قفل حساب کاربری</translation>
    </message>
    <message>
        <source>Identity confirmed</source>
        <translation>تأیید هویت</translation>
    </message>
    <message>
        <source>Too little in the account</source>
        <translation>کسر موجودی</translation>
    </message>
    <message>
        <source>Nothing in the account</source>
        <translation>فقدان موجودی</translation>
    </message>
    <message>
        <source>Signature does not match</source>
        <translation>عدم مطابقت امضا</translation>
    </message>
    <message>
        <source>Signature incomplete</source>
        <translation>نقص امضا</translation>
    </message>
    <message>
        <source>Date in figures and words differ</source>
        <translation>مغایرت تاریخ عددی و حروفی</translation>
    </message>
    <message>
        <source>Signature spoiled</source>
        <translation>امضای مخدوش</translation>
    </message>
    <message>
        <source>Text spoiled</source>
        <translation>مندرجات مخدوش</translation>
    </message>
    <message>
        <source>Amount in figures and words differ</source>
        <translation>مغایرت مبلغ عددی و حروفی</translation>
    </message>
    <message>
        <source>Account closed</source>
        <translation>حساب بسته</translation>
    </message>
    <message>
        <source>Account blocked</source>
        <translation>حساب مسدود</translation>
    </message>
    <message>
        <source>Cheque blocked by its drawer (article 14)</source>
        <translation>چک مسدود (مادهٔ ۱۴)</translation>
    </message>
    <message>
        <source>Take back the last move</source>
        <translation>برگرداندن آخرین عملیات</translation>
    </message>
    <message>
        <source>White</source>
        <translation>سفید</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>زرد</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>نارنجی</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>قهوه‌ای</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>قرمز</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>مسترد شده</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>به اجرا گذاشته‌شده</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>مسترد شده</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>رفع‌شده</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>صدور</translation>
    </message>
    <message>
        <source>Present at bank</source>
        <translation>وصول از حساب ما</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>استرداد</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>رفع برگشت</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>روزانه</translation>
    </message>
    <message>
        <source>Week by week</source>
        <translation>هفتگی</translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation>ماهانه</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>تحویل بانک</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>پاسخ‌داده‌شده</translation>
    </message>
    <message>
        <source>Same Sayad id</source>
        <translation>شناسهٔ صیادی یکسان</translation>
    </message>
    <message>
        <source>Same bank, series and serial</source>
        <translation>بانک، سری و سریال یکسان</translation>
    </message>
    <message>
        <source>Same account and serial</source>
        <translation>حساب و سریال یکسان</translation>
    </message>
    <message>
        <source>Same dealer and amount, due within days</source>
        <translation>نماینده و مبلغ یکسان با سررسید نزدیک</translation>
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
    <name>Drawer</name>
    <message>
        <source>Colour</source>
        <translation>رنگ اعتباری</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>تاریخ استعلام</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>صادرکننده</translation>
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
        <source>Bounced and open</source>
        <translation>برگشتیِ تسویه‌نشده</translation>
    </message>
    <message>
        <source>Amount bounced and open</source>
        <translation>مبلغ برگشتیِ تسویه‌نشده</translation>
    </message>
    <message>
        <source>Colour by our cheques</source>
        <translation>رنگ بر پایهٔ چک‌های ما</translation>
    </message>
    <message>
        <source>Chance of payment (0.01%)</source>
        <translation>احتمال وصول (۰٫۰۱٪)</translation>
    </message>
    <message>
        <source>To be asked again</source>
        <translation>نیازمند استعلام</translation>
    </message>
</context>
<context>
    <name>Entity</name>
    <message>
        <source>Dealers</source>
        <translation>نمایندگان</translation>
    </message>
    <message>
        <source>Dealer</source>
        <translation>نماینده</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>کاربران</translation>
    </message>
    <message>
        <source>User</source>
        <translation>کاربر</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>سابقهٔ رویدادها</translation>
    </message>
    <message>
        <source>Audit entry</source>
        <translation>رویداد</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>سفارش‌ها</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>سفارش</translation>
    </message>
    <message>
        <source>Order items</source>
        <translation>اقلام سفارش</translation>
    </message>
    <message>
        <source>Order item</source>
        <translation>قلم سفارش</translation>
    </message>
    <message>
        <source>Order events</source>
        <translation>رویدادهای سفارش</translation>
    </message>
    <message>
        <source>Order event</source>
        <translation>رویداد سفارش</translation>
    </message>
    <message>
        <source>Proformas</source>
        <translation>پیش‌فاکتورها</translation>
    </message>
    <message>
        <source>Proforma</source>
        <translation>پیش‌فاکتور</translation>
    </message>
    <message>
        <source>Proforma items</source>
        <translation>اقلام پیش‌فاکتور</translation>
    </message>
    <message>
        <source>Proforma item</source>
        <translation>قلم پیش‌فاکتور</translation>
    </message>
    <message>
        <source>Warranties</source>
        <translation>ضمانت‌نامه‌ها</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>ضمانت‌نامه</translation>
    </message>
    <message>
        <source>Warranty claims</source>
        <translation>درخواست‌های گارانتی</translation>
    </message>
    <message>
        <source>Warranty claim</source>
        <translation>درخواست گارانتی</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>دیدگاه‌ها</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>دیدگاه</translation>
    </message>
    <message>
        <source>Helpful votes</source>
        <translation>رأی‌های مفید بودن</translation>
    </message>
    <message>
        <source>Helpful vote</source>
        <translation>رأی مفید بودن</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>تخفیف‌ها</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>تخفیف</translation>
    </message>
    <message>
        <source>Discount uses</source>
        <translation>استفاده‌های تخفیف</translation>
    </message>
    <message>
        <source>Discount use</source>
        <translation>استفاده از تخفیف</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>فروشندگان</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>فروشنده</translation>
    </message>
    <message>
        <source>Vendor bank accounts</source>
        <translation>حساب‌های بانکی فروشنده</translation>
    </message>
    <message>
        <source>Vendor bank account</source>
        <translation>حساب بانکی فروشنده</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>تسویه‌ها</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>تسویه</translation>
    </message>
    <message>
        <source>Executors</source>
        <translation>مجریان</translation>
    </message>
    <message>
        <source>Executor</source>
        <translation>مجری</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>پروژه‌ها</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>پروژه</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>پیشنهادها</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>پیشنهاد</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>مرحله‌ها</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>مرحله</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>کالاها</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>کالا</translation>
    </message>
    <message>
        <source>Tier prices</source>
        <translation>قیمت‌های پله‌ای</translation>
    </message>
    <message>
        <source>Tier price</source>
        <translation>قیمت پله‌ای</translation>
    </message>
    <message>
        <source>Attribute values</source>
        <translation>مقدار ویژگی‌ها</translation>
    </message>
    <message>
        <source>Attribute value</source>
        <translation>مقدار ویژگی</translation>
    </message>
    <message>
        <source>Product pictures</source>
        <translation>تصویرهای کالا</translation>
    </message>
    <message>
        <source>Product picture</source>
        <translation>تصویر کالا</translation>
    </message>
    <message>
        <source>3D models</source>
        <translation>مدل‌های سه‌بعدی</translation>
    </message>
    <message>
        <source>3D model</source>
        <translation>مدل سه‌بعدی</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>دسته‌ها</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>دسته</translation>
    </message>
    <message>
        <source>Category attributes</source>
        <translation>ویژگی‌های دسته</translation>
    </message>
    <message>
        <source>Category attribute</source>
        <translation>ویژگی دسته</translation>
    </message>
    <message>
        <source>Brands</source>
        <translation>برندها</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>برند</translation>
    </message>
    <message>
        <source>Attribute groups</source>
        <translation>گروه‌های ویژگی</translation>
    </message>
    <message>
        <source>Attribute group</source>
        <translation>گروه ویژگی</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>ویژگی‌ها</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>ویژگی</translation>
    </message>
    <message>
        <source>Attribute choices</source>
        <translation>گزینه‌های ویژگی</translation>
    </message>
    <message>
        <source>Attribute choice</source>
        <translation>گزینهٔ ویژگی</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>موجودی</translation>
    </message>
    <message>
        <source>Stock of a product</source>
        <translation>موجودی کالا</translation>
    </message>
    <message>
        <source>Stock movements</source>
        <translation>گردش موجودی</translation>
    </message>
    <message>
        <source>Stock movement</source>
        <translation>حرکت موجودی</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>صفحه‌ها</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>صفحه</translation>
    </message>
    <message>
        <source>Banners</source>
        <translation>بنرها</translation>
    </message>
    <message>
        <source>Banner</source>
        <translation>بنر</translation>
    </message>
    <message>
        <source>Carts</source>
        <translation>سبدهای خرید</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>سبد خرید</translation>
    </message>
    <message>
        <source>Cart items</source>
        <translation>اقلام سبد</translation>
    </message>
    <message>
        <source>Cart item</source>
        <translation>قلم سبد</translation>
    </message>
    <message>
        <source>Wishlists</source>
        <translation>فهرست‌های علاقه‌مندی</translation>
    </message>
    <message>
        <source>Wishlist</source>
        <translation>فهرست علاقه‌مندی</translation>
    </message>
    <message>
        <source>Wishlist items</source>
        <translation>اقلام علاقه‌مندی</translation>
    </message>
    <message>
        <source>Wishlist item</source>
        <translation>قلم علاقه‌مندی</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>رسانه‌ها</translation>
    </message>
    <message>
        <source>File</source>
        <translation>فایل</translation>
    </message>
    <message>
        <source>Shipping methods</source>
        <translation>روش‌های ارسال</translation>
    </message>
    <message>
        <source>Shipping method</source>
        <translation>روش ارسال</translation>
    </message>
    <message>
        <source>Shipping zones</source>
        <translation>مناطق ارسال</translation>
    </message>
    <message>
        <source>Shipping zone</source>
        <translation>منطقهٔ ارسال</translation>
    </message>
    <message>
        <source>Regions of a zone</source>
        <translation>شهرهای منطقه</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>شهر</translation>
    </message>
    <message>
        <source>Shipping rates</source>
        <translation>نرخ‌های ارسال</translation>
    </message>
    <message>
        <source>Shipping rate</source>
        <translation>نرخ ارسال</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>پرداخت‌ها</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>پرداخت</translation>
    </message>
    <message>
        <source>Allocations</source>
        <translation>تخصیص‌ها</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>تخصیص</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>صورتحساب‌ها</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>صورتحساب</translation>
    </message>
    <message>
        <source>Invoice items</source>
        <translation>اقلام صورتحساب</translation>
    </message>
    <message>
        <source>Invoice item</source>
        <translation>قلم صورتحساب</translation>
    </message>
    <message>
        <source>Submissions to Moodian</source>
        <translation>ارسال‌های مودیان</translation>
    </message>
    <message>
        <source>Submission to Moodian</source>
        <translation>ارسال به مودیان</translation>
    </message>
    <message>
        <source>Tax memories</source>
        <translation>حافظه‌های مالیاتی</translation>
    </message>
    <message>
        <source>Tax memory</source>
        <translation>حافظهٔ مالیاتی</translation>
    </message>
    <message>
        <source>Tax rates</source>
        <translation>نرخ‌های مالیات</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>نرخ مالیات</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>نشانی‌ها</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>نشانی</translation>
    </message>
    <message>
        <source>Roles of a user</source>
        <translation>نقش‌های کاربر</translation>
    </message>
    <message>
        <source>Role of a user</source>
        <translation>نقش کاربر</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>نقش‌ها</translation>
    </message>
    <message>
        <source>Right of a role</source>
        <translation>مجوز نقش</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>تنظیمات</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>تنظیم</translation>
    </message>
    <message>
        <source>E-mail templates</source>
        <translation>قالب‌های ایمیل</translation>
    </message>
    <message>
        <source>E-mail template</source>
        <translation>قالب ایمیل</translation>
    </message>
    <message>
        <source>SMS templates</source>
        <translation>قالب‌های پیامک</translation>
    </message>
    <message>
        <source>SMS template</source>
        <translation>قالب پیامک</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>اعلان‌ها</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>اعلان</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>کارها</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>کار</translation>
    </message>
    <message>
        <source>Failed jobs</source>
        <translation>کارهای ناموفق</translation>
    </message>
    <message>
        <source>Failed job</source>
        <translation>کار ناموفق</translation>
    </message>
    <message>
        <source>Sales by day</source>
        <translation>فروش روزانه</translation>
    </message>
    <message>
        <source>Sales of a day</source>
        <translation>فروش یک روز</translation>
    </message>
    <message>
        <source>Best sellers</source>
        <translation>پرفروش‌ها</translation>
    </message>
    <message>
        <source>Best seller</source>
        <translation>کالای پرفروش</translation>
    </message>
    <message>
        <source>Chart of accounts</source>
        <translation>سرفصل حساب‌ها</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>Cheques</source>
        <translation>چک‌ها</translation>
    </message>
    <message>
        <source>Imports of cheques</source>
        <translation>ورود چک‌ها از فایل</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>نشست‌ها</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>فروشگاه‌ها</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>نماهای ذخیره‌شده</translation>
    </message>
    <message>
        <source>Use of credit</source>
        <translation>مصرف اعتبار</translation>
    </message>
    <message>
        <source>Credit used by a dealer</source>
        <translation>مصرف اعتبار نماینده</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>یادداشت‌ها</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>پیوست‌ها</translation>
    </message>
    <message>
        <source>Bounces of cheques</source>
        <translation>برگشت چک‌ها</translation>
    </message>
    <message>
        <source>Deposit slips</source>
        <translation>برگه‌های واگذاری</translation>
    </message>
    <message>
        <source>Cheques on slips</source>
        <translation>چک‌های برگه‌های واگذاری</translation>
    </message>
    <message>
        <source>Exchanges of cheques</source>
        <translation>تعویض چک‌ها</translation>
    </message>
    <message>
        <source>Colours of drawers</source>
        <translation>رنگ اعتباری صادرکنندگان</translation>
    </message>
    <message>
        <source>Our bank accounts</source>
        <translation>حساب‌های بانکی ما</translation>
    </message>
    <message>
        <source>Our bank account</source>
        <translation>حساب بانکی ما</translation>
    </message>
    <message>
        <source>Bank holidays</source>
        <translation>تعطیلات بانکی</translation>
    </message>
    <message>
        <source>Bank holiday</source>
        <translation>تعطیل بانکی</translation>
    </message>
    <message>
        <source>Guarantee cheques</source>
        <translation>چک‌های ضمانتی</translation>
    </message>
    <message>
        <source>Guarantee cheque</source>
        <translation>چک ضمانتی</translation>
    </message>
    <message>
        <source>Cheque books</source>
        <translation>دسته‌چک‌ها</translation>
    </message>
    <message>
        <source>Cheque book</source>
        <translation>دسته‌چک</translation>
    </message>
    <message>
        <source>Issued cheques</source>
        <translation>چک‌های صادرشده</translation>
    </message>
    <message>
        <source>Issued cheque</source>
        <translation>چک صادرشده</translation>
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
    <name>Field</name>
    <message>
        <source>E-mail</source>
        <translation>ایمیل</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Locked until</source>
        <translation>قفل تا</translation>
    </message>
    <message>
        <source>When</source>
        <translation>زمان</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>عمل</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>شناسهٔ رکورد</translation>
    </message>
    <message>
        <source>By</source>
        <translation>توسط</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>درخواست</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>نشانی</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>فعال</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تغییر</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>موبایل</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>آخرین ورود</translation>
    </message>
    <message>
        <source>User</source>
        <translation>کاربر</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>عنوان</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>گیرنده</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>استان</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شهر</translation>
    </message>
    <message>
        <source>House number</source>
        <translation>پلاک</translation>
    </message>
    <message>
        <source>Flat</source>
        <translation>واحد (آپارتمان)</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>کد پستی</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>پیش‌فرض</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>نقش</translation>
    </message>
    <message>
        <source>Dealer</source>
        <translation>نماینده</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>فروشنده</translation>
    </message>
    <message>
        <source>Executor</source>
        <translation>مجری</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>مجوز</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>مقدار</translation>
    </message>
    <message>
        <source>From address</source>
        <translation>نشانی شبکه</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>مُهرشده</translation>
    </message>
    <message>
        <source>English title</source>
        <translation>عنوان انگلیسی</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>شناسهٔ انبار</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>دسته</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>برند</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>قیمت</translation>
    </message>
    <message>
        <source>Price before</source>
        <translation>قیمت پیشین</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>علت</translation>
    </message>
    <message>
        <source>Featured</source>
        <translation>ویژه</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>نشانی وب</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>بارکد</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>خلاصه</translation>
    </message>
    <message>
        <source>English summary</source>
        <translation>خلاصهٔ انگلیسی</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>توضیح</translation>
    </message>
    <message>
        <source>English description</source>
        <translation>توضیح انگلیسی</translation>
    </message>
    <message>
        <source>Tax rate (0.01%)</source>
        <translation>نرخ مالیات (صدم درصد)</translation>
    </message>
    <message>
        <source>Tax item id</source>
        <translation>شناسهٔ کالا/خدمت</translation>
    </message>
    <message>
        <source>Tax unit</source>
        <translation>واحد مالیاتی</translation>
    </message>
    <message>
        <source>Weight (g)</source>
        <translation>وزن (گرم)</translation>
    </message>
    <message>
        <source>Length (mm)</source>
        <translation>طول (میلی‌متر)</translation>
    </message>
    <message>
        <source>Width (mm)</source>
        <translation>عرض (میلی‌متر)</translation>
    </message>
    <message>
        <source>Height (mm)</source>
        <translation>ارتفاع (میلی‌متر)</translation>
    </message>
    <message>
        <source>Quantity from</source>
        <translation>حداقل تعداد</translation>
    </message>
    <message>
        <source>Quantity to</source>
        <translation>حداکثر تعداد</translation>
    </message>
    <message>
        <source>Warranty (months)</source>
        <translation>ضمانت (ماه)</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>تصویر</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>زمان انتشار</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>کالا</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>سطح</translation>
    </message>
    <message>
        <source>From</source>
        <translation>از تاریخ</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>تا تاریخ</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>ویژگی</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>Text (value)</source>
        <translation>متن</translation>
    </message>
    <message>
        <source>Number (value)</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>بله یا خیر</translation>
    </message>
    <message>
        <source>Date (value)</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>گزینه</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>ترتیب</translation>
    </message>
    <message>
        <source>Model (GLB)</source>
        <translation>مدل (GLB)</translation>
    </message>
    <message>
        <source>Model (USDZ)</source>
        <translation>مدل (USDZ)</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>تصویر پوستر</translation>
    </message>
    <message>
        <source>Triangles</source>
        <translation>مثلث‌ها</translation>
    </message>
    <message>
        <source>Textures</source>
        <translation>بافت‌ها</translation>
    </message>
    <message>
        <source>Depth (mm)</source>
        <translation>عمق (میلی‌متر)</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>زیرمجموعهٔ</translation>
    </message>
    <message>
        <source>Commission (0.01%)</source>
        <translation>کارمزد (صدم درصد)</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>الزامی</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>کشور</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>وب‌گاه</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کد</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>گروه</translation>
    </message>
    <message>
        <source>Unit of the value</source>
        <translation>واحد مقدار</translation>
    </message>
    <message>
        <source>English unit</source>
        <translation>واحد انگلیسی</translation>
    </message>
    <message>
        <source>Filter in the shop</source>
        <translation>صافی در فروشگاه</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>موجود</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>رزرو</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>قابل فروش</translation>
    </message>
    <message>
        <source>Reorder at</source>
        <translation>نقطهٔ سفارش</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغییر</translation>
    </message>
    <message>
        <source>Change of reserved</source>
        <translation>تغییر رزرو</translation>
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
        <source>Source</source>
        <translation>منشأ</translation>
    </message>
    <message>
        <source>Percent (0.01%)</source>
        <translation>درصد (صدم درصد)</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>سقف مبلغ</translation>
    </message>
    <message>
        <source>Orders from</source>
        <translation>حداقل سفارش</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>شامل</translation>
    </message>
    <message>
        <source>First order only</source>
        <translation>فقط سفارش نخست</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>آغاز</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>پایان</translation>
    </message>
    <message>
        <source>Uses at most</source>
        <translation>سقف دفعات</translation>
    </message>
    <message>
        <source>Uses per person</source>
        <translation>دفعات هر نفر</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>بودجه</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>بر عهدهٔ</translation>
    </message>
    <message>
        <source>Vendor&apos;s share (0.01%)</source>
        <translation>سهم فروشنده (صدم درصد)</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>اولویت</translation>
    </message>
    <message>
        <source>Not with others</source>
        <translation>بدون جمع با دیگر تخفیف‌ها</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>تخفیف</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>سفارش</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>مشتری</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>زمان برگشت</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>مهارت‌ها</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>شمارهٔ پروانه</translation>
    </message>
    <message>
        <source>Licence until</source>
        <translation>اعتبار پروانه تا</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>ظرفیت</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>شماره</translation>
    </message>
    <message>
        <source>Budget from</source>
        <translation>بودجه از</translation>
    </message>
    <message>
        <source>Budget to</source>
        <translation>بودجه تا</translation>
    </message>
    <message>
        <source>Bidding</source>
        <translation>نحوهٔ پیشنهاد</translation>
    </message>
    <message>
        <source>Bids until</source>
        <translation>مهلت پیشنهاد</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>سررسید</translation>
    </message>
    <message>
        <source>Retention (0.01%)</source>
        <translation>حسن انجام کار (صدم درصد)</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>پروژه</translation>
    </message>
    <message>
        <source>Price offered</source>
        <translation>مبلغ پیشنهادی</translation>
    </message>
    <message>
        <source>Duration (days)</source>
        <translation>مدت (روز)</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>پیام</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>اعتبار تا</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>زمان ارسال</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>زمان تصمیم</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>علت تصمیم</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>پایان کار</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>زمان تأیید</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>زمان آزادسازی</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>خریدار</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>تاریخ صدور</translation>
    </message>
    <message>
        <source>Before discount</source>
        <translation>پیش از تخفیف</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>پس از تخفیف</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ارزش افزوده</translation>
    </message>
    <message>
        <source>Other charges</source>
        <translation>سایر عوارض</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>جمع کل</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>پرداخت‌شده</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>روش تسویه</translation>
    </message>
    <message>
        <source>Cash part</source>
        <translation>بخش نقدی</translation>
    </message>
    <message>
        <source>Credit part</source>
        <translation>بخش نسیه</translation>
    </message>
    <message>
        <source>At Moodian</source>
        <translation>وضعیت مودیان</translation>
    </message>
    <message>
        <source>Buyer&apos;s reaction</source>
        <translation>واکنش خریدار</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>شمارهٔ مالیاتی</translation>
    </message>
    <message>
        <source>Tax type</source>
        <translation>نوع صورتحساب</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>الگو</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Article 6</source>
        <translation>وضعیت مادهٔ ۶</translation>
    </message>
    <message>
        <source>Send until</source>
        <translation>مهلت ارسال</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>زمان ارسال</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>زمان پاسخ</translation>
    </message>
    <message>
        <source>Kind of buyer</source>
        <translation>نوع خریدار</translation>
    </message>
    <message>
        <source>Buyer&apos;s postal code</source>
        <translation>کد پستی خریدار</translation>
    </message>
    <message>
        <source>Buyer&apos;s address</source>
        <translation>نشانی خریدار</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>فروشنده در صورتحساب</translation>
    </message>
    <message>
        <source>Seller&apos;s economic code</source>
        <translation>کد اقتصادی فروشنده</translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation>صورتحساب مرجع</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>صورتحساب</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>تعداد</translation>
    </message>
    <message>
        <source>Unit of measure</source>
        <translation>واحد اندازه‌گیری</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>قیمت واحد</translation>
    </message>
    <message>
        <source>VAT rate (0.01%)</source>
        <translation>نرخ ارزش افزوده (صدم درصد)</translation>
    </message>
    <message>
        <source>Other tax</source>
        <translation>سایر مالیات</translation>
    </message>
    <message>
        <source>Other charge</source>
        <translation>سایر وجوه</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>شناسهٔ پیگیری</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>شمارهٔ مرجع</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>دفعات</translation>
    </message>
    <message>
        <source>Memory id</source>
        <translation>شناسهٔ یکتا</translation>
    </message>
    <message>
        <source>Economic code</source>
        <translation>کد اقتصادی</translation>
    </message>
    <message>
        <source>Branch code</source>
        <translation>کد شعبه</translation>
    </message>
    <message>
        <source>Rate (0.01%)</source>
        <translation>نرخ (صدم درصد)</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>اجرا از</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>صف</translation>
    </message>
    <message>
        <source>Runs at</source>
        <translation>زمان اجرا</translation>
    </message>
    <message>
        <source>Attempts at most</source>
        <translation>سقف دفعات</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>آخرین خطا</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>آغاز</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>پایان</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>کد خطا</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطا</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>زمان خطا</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>File</source>
        <translation>نام فایل</translation>
    </message>
    <message>
        <source>For screen readers</source>
        <translation>متن جایگزین</translation>
    </message>
    <message>
        <source>For screen readers, English</source>
        <translation>متن جایگزین انگلیسی</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>پوشه</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>دسترسی</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>گونهٔ فایل</translation>
    </message>
    <message>
        <source>Size (bytes)</source>
        <translation>اندازه (بایت)</translation>
    </message>
    <message>
        <source>Width (px)</source>
        <translation>عرض (پیکسل)</translation>
    </message>
    <message>
        <source>Height (px)</source>
        <translation>ارتفاع (پیکسل)</translation>
    </message>
    <message>
        <source>Length (ms)</source>
        <translation>مدت (میلی‌ثانیه)</translation>
    </message>
    <message>
        <source>Uploaded by</source>
        <translation>بارگذار</translation>
    </message>
    <message>
        <source>Subject line</source>
        <translation>موضوع ایمیل</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>متن ساده</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>متن HTML</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>متغیرها</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>متن</translation>
    </message>
    <message>
        <source>SMS provider</source>
        <translation>سامانهٔ پیامک</translation>
    </message>
    <message>
        <source>Provider&apos;s template</source>
        <translation>قالب نزد سامانهٔ پیامک</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>تأیید</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>عنوان اعلان</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>کانال</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>نوبت بعدی</translation>
    </message>
    <message>
        <source>Provider name</source>
        <translation>سامانهٔ ارسال</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>خطا</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>هزینه</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>زمان تحویل</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>خوانده‌شده</translation>
    </message>
    <message>
        <source>Payment status</source>
        <translation>وضعیت پرداخت</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>وضعیت ارسال</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>تاریخ سفارش</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>مبلغ اقلام</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>هزینهٔ ارسال</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>مالیات</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>بازپرداخت‌شده</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>زمان ثبت سفارش</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>زمان تأیید</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>زمان ارسال</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>زمان لغو</translation>
    </message>
    <message>
        <source>Reason of cancelling</source>
        <translation>علت لغو</translation>
    </message>
    <message>
        <source>Shipping method</source>
        <translation>روش ارسال</translation>
    </message>
    <message>
        <source>Recipient&apos;s mobile</source>
        <translation>موبایل گیرنده</translation>
    </message>
    <message>
        <source>Tracking code</source>
        <translation>کد رهگیری</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>کارمزد</translation>
    </message>
    <message>
        <source>Price from</source>
        <translation>منشأ قیمت</translation>
    </message>
    <message>
        <source>Shipped quantity</source>
        <translation>تعداد ارسال‌شده</translation>
    </message>
    <message>
        <source>Returned quantity</source>
        <translation>تعداد مرجوعی</translation>
    </message>
    <message>
        <source>Status before</source>
        <translation>وضعیت پیشین</translation>
    </message>
    <message>
        <source>Status after</source>
        <translation>وضعیت تازه</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>بازنگری</translation>
    </message>
    <message>
        <source>Proforma</source>
        <translation>پیش‌فاکتور</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>جهت</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>روش</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>پرداخت‌کننده</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>هزینه‌ها</translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation>تخصیص‌یافته</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>تاریخ دریافت</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>درگاه</translation>
    </message>
    <message>
        <source>Gateway reference</source>
        <translation>شناسهٔ درگاه</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>شمارهٔ پیگیری</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>شمارهٔ کارت</translation>
    </message>
    <message>
        <source>Cheque</source>
        <translation>چک</translation>
    </message>
    <message>
        <source>Refund of</source>
        <translation>بازپرداختِ</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>رسید</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>تأییدکننده</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>زمان پرداخت</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>زمان تأیید</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>زمان تسویه</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>پرداخت</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>نویسنده</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>امتیاز</translation>
    </message>
    <message>
        <source>Vendor&apos;s reply</source>
        <translation>پاسخ فروشنده</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>زمان پاسخ</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>گزارش‌ها</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>دیدگاه</translation>
    </message>
    <message>
        <source>Helpful</source>
        <translation>مفید</translation>
    </message>
    <message>
        <source>Base price</source>
        <translation>نرخ پایه</translation>
    </message>
    <message>
        <source>Per kilogram</source>
        <translation>هر کیلوگرم</translation>
    </message>
    <message>
        <source>Free from</source>
        <translation>رایگان از</translation>
    </message>
    <message>
        <source>Days, at least</source>
        <translation>حداقل روز</translation>
    </message>
    <message>
        <source>Days, at most</source>
        <translation>حداکثر روز</translation>
    </message>
    <message>
        <source>Weight at most (g)</source>
        <translation>حداکثر وزن (گرم)</translation>
    </message>
    <message>
        <source>Tracking address</source>
        <translation>نشانی رهگیری</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>منطقه</translation>
    </message>
    <message>
        <source>From weight (g)</source>
        <translation>از وزن (گرم)</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>نرخ</translation>
    </message>
    <message>
        <source>English text</source>
        <translation>متن انگلیسی</translation>
    </message>
    <message>
        <source>For search engines</source>
        <translation>برای موتورهای جست‌وجو</translation>
    </message>
    <message>
        <source>For search engines, English</source>
        <translation>برای موتورهای جست‌وجو، انگلیسی</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جایگاه</translation>
    </message>
    <message>
        <source>English picture</source>
        <translation>تصویر انگلیسی</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>پیوند</translation>
    </message>
    <message>
        <source>Shown to</source>
        <translation>نمایش به</translation>
    </message>
    <message>
        <source>Discount code</source>
        <translation>کد تخفیف</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>سبد</translation>
    </message>
    <message>
        <source>Price when added</source>
        <translation>قیمت هنگام افزودن</translation>
    </message>
    <message>
        <source>Wishlist</source>
        <translation>فهرست</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>اطلاع‌رسانی</translation>
    </message>
    <message>
        <source>On holiday</source>
        <translation>در تعطیلات</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>رابط</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>تلفن</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>شمارهٔ ثبت</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>دورهٔ تسویه</translation>
    </message>
    <message>
        <source>Payouts from</source>
        <translation>حداقل تسویه</translation>
    </message>
    <message>
        <source>Return window (days)</source>
        <translation>مهلت مرجوعی (روز)</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>نشان</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>صاحب حساب</translation>
    </message>
    <message>
        <source>Bank code</source>
        <translation>کد بانک</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>درخواست‌کننده</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>تأییدکننده</translation>
    </message>
    <message>
        <source>Usable from</source>
        <translation>قابل استفاده از</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>حساب بانکی</translation>
    </message>
    <message>
        <source>Period from</source>
        <translation>از تاریخ</translation>
    </message>
    <message>
        <source>Period to</source>
        <translation>تا تاریخ</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>فروش</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>مرجوعی</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>تعدیل</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>تاریخ پرداخت</translation>
    </message>
    <message>
        <source>Bank reference</source>
        <translation>شمارهٔ پیگیری بانک</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>شمارهٔ سریال</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>ارائه‌دهنده</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>شرایط</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>ضمانت‌نامه</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>تاریخ درخواست</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>ایراد</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>تشخیص</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>پایان رسیدگی</translation>
    </message>
    <message>
        <source>Persian title</source>
        <translation>عنوان فارسی</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>سفارش‌ها</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>تا زمان</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Cancelled or sent back</source>
        <translation>لغو یا مرجوع</translation>
    </message>
    <message>
        <source>For dealers</source>
        <translation>برای نمایندگان</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>نوع رکورد</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>تنظیم</translation>
    </message>
    <message>
        <source>National id</source>
        <translation>کد یا شناسهٔ ملی</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>شبا</translation>
    </message>
    <message>
        <source>Buyer&apos;s national id</source>
        <translation>کد یا شناسهٔ ملی خریدار</translation>
    </message>
    <message>
        <source>Buyer&apos;s economic code</source>
        <translation>کد اقتصادی خریدار</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>سقف اعتبار</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>اعتبار مصرف‌شده</translation>
    </message>
    <message>
        <source>Credit left</source>
        <translation>ماندهٔ اعتبار</translation>
    </message>
    <message>
        <source>Used (%)</source>
        <translation>مصرف (٪)</translation>
    </message>
    <message>
        <source>Must change the password first</source>
        <translation>نخست باید گذرواژه را عوض کند</translation>
    </message>
    <message>
        <source>Ends by itself</source>
        <translation>پایان خودکار</translation>
    </message>
    <message>
        <source>Whose cheque</source>
        <translation>صاحب چک</translation>
    </message>
    <message>
        <source>Sayad id</source>
        <translation>شناسهٔ صیادی</translation>
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
        <source>What it guarantees</source>
        <translation>بابت ضمانتِ</translation>
    </message>
    <message>
        <source>Give back by</source>
        <translation>مهلت استرداد</translation>
    </message>
    <message>
        <source>Given back or called on</source>
        <translation>تاریخ استرداد یا اجرا</translation>
    </message>
    <message>
        <source>First serial</source>
        <translation>نخستین سریال</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>تعداد برگ</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>تاریخ دریافت</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>در وجه</translation>
    </message>
    <message>
        <source>Cheque book</source>
        <translation>دسته‌چک</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>تاریخ صدور</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>بابت</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>شعبه</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>شمارهٔ حساب</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>موجودی</translation>
    </message>
    <message>
        <source>Balance on</source>
        <translation>تاریخ موجودی</translation>
    </message>
</context>
<context>
    <name>File</name>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>حجم</translation>
    </message>
    <message>
        <source>By</source>
        <translation>پیوست‌کننده</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>زمان پیوست</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Cheques due this week</source>
        <translation>چک‌های سررسید این هفته</translation>
    </message>
    <message>
        <source>Overdue cheques on hand</source>
        <translation>چک‌های سررسیدگذشتهٔ نزد صندوق</translation>
    </message>
    <message>
        <source>Bounced cheques</source>
        <translation>چک‌های برگشتی</translation>
    </message>
    <message>
        <source>Imports waiting to be posted</source>
        <translation>ورودهای اکسل در انتظار ثبت</translation>
    </message>
    <message>
        <source>Dealers near or over their limit</source>
        <translation>نمایندگان نزدیک یا بیش از سقف</translation>
    </message>
    <message>
        <source>Orders in work</source>
        <translation>سفارش‌های در جریان</translation>
    </message>
    <message>
        <source>Open invoices</source>
        <translation>صورتحساب‌های باز</translation>
    </message>
    <message>
        <source>Payments that failed this week</source>
        <translation>پرداخت‌های ناموفق این هفته</translation>
    </message>
    <message>
        <source>Products out of stock</source>
        <translation>کالاهای ناموجود</translation>
    </message>
    <message>
        <source>Products to be reviewed</source>
        <translation>کالاهای در انتظار بررسی</translation>
    </message>
    <message>
        <source>Vendors to be reviewed</source>
        <translation>فروشندگان در انتظار بررسی</translation>
    </message>
    <message>
        <source>Payouts not yet made</source>
        <translation>تسویه‌های انجام‌نشده</translation>
    </message>
    <message>
        <source>Projects open for bids</source>
        <translation>پروژه‌های باز برای پیشنهاد</translation>
    </message>
    <message>
        <source>Projects in work</source>
        <translation>پروژه‌های در حال اجرا</translation>
    </message>
    <message>
        <source>Open warranty claims</source>
        <translation>درخواست‌های باز گارانتی</translation>
    </message>
    <message>
        <source>Reviews to be published</source>
        <translation>دیدگاه‌های در انتظار انتشار</translation>
    </message>
    <message>
        <source>Failed jobs of the program</source>
        <translation>کارهای ناموفق سامانه</translation>
    </message>
    <message>
        <source>Cheques by the week they are due</source>
        <translation>چک‌ها به تفکیک هفتهٔ سررسید</translation>
    </message>
    <message>
        <source>What makes up your exposure</source>
        <translation>اجزای اعتبار مصرف‌شدهٔ شما</translation>
    </message>
    <message>
        <source>The largest exposures</source>
        <translation>بیشترین اعتبارهای مصرف‌شده</translation>
    </message>
    <message>
        <source>Sales by day</source>
        <translation>فروش روزانه</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>به‌روز در %1</translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message>
        <source>%1: %2 %3 %4</source>
        <comment>column, before, arrow, after</comment>
        <translation>%1: %2 %3 %4</translation>
    </message>
</context>
<context>
    <name>IssuedEvent</name>
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
        <source>Recorded</source>
        <translation>زمان ثبت</translation>
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
    <message>
        <source>%1 trillion</source>
        <translation>%1 هزار میلیارد</translation>
    </message>
    <message>
        <source>%1 billion</source>
        <translation>%1 میلیارد</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1 میلیون</translation>
    </message>
    <message>
        <source>%1 thousand</source>
        <translation>%1 هزار</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>By</source>
        <translation>نویسنده</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>زمان نوشتن</translation>
    </message>
</context>
<context>
    <name>OfficialInvoice</name>
    <message>
        <source>Name</source>
        <translation>نام شخص حقیقی / حقوقی</translation>
    </message>
    <message>
        <source>Economic code</source>
        <translation>شمارهٔ اقتصادی</translation>
    </message>
    <message>
        <source>National id / registration no.</source>
        <translation>شناسهٔ ملی / شمارهٔ ثبت</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>استان</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شهر</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>کد پستی</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>تلفن / نمابر</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>نشانی کامل</translation>
    </message>
    <message>
        <source>Goods or services</source>
        <translation>مشخصات کالا یا خدمات مورد معامله</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کد کالا</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>شرح کالا یا خدمات</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>تعداد / مقدار</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>واحد</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>مبلغ واحد</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مبلغ کل</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>مبلغ تخفیف</translation>
    </message>
    <message>
        <source>After discount</source>
        <translation>مبلغ کل پس از تخفیف</translation>
    </message>
    <message>
        <source>Tax and duties</source>
        <translation>جمع مالیات و عوارض</translation>
    </message>
    <message>
        <source>Total with tax and duties</source>
        <translation>جمع مبلغ کل به‌علاوهٔ مالیات و عوارض</translation>
    </message>
    <message>
        <source>Invoice of goods and services</source>
        <translation>صورتحساب فروش کالا و خدمات</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>شمارهٔ سریال</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>شمارهٔ منحصربه‌فرد مالیاتی</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>مشخصات فروشنده</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>مشخصات خریدار</translation>
    </message>
    <message>
        <source>Payable</source>
        <translation>مبلغ قابل پرداخت</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>به حروف</translation>
    </message>
    <message>
        <source>Terms of payment</source>
        <translation>شرایط و نحوهٔ فروش</translation>
    </message>
    <message>
        <source>Cash part</source>
        <translation>نقدی</translation>
    </message>
    <message>
        <source>Credit part</source>
        <translation>غیرنقدی</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>سررسید</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>توضیحات</translation>
    </message>
    <message>
        <source>Seller&apos;s stamp and signature</source>
        <translation>مهر و امضای فروشنده</translation>
    </message>
    <message>
        <source>Buyer&apos;s stamp and signature</source>
        <translation>مهر و امضای خریدار</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Cheques</source>
        <translation>چک‌ها</translation>
    </message>
    <message>
        <source>Cheque imports</source>
        <translation>ورود چک از اکسل</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>خانه</translation>
    </message>
    <message>
        <source>Cheques of the day</source>
        <translation>کارتابل چک</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>A5</source>
        <translation>A5</translation>
    </message>
    <message>
        <source>80 mm roll</source>
        <translation>رول ۸۰ میلی‌متری</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Conditions</source>
        <translation>شرط‌ها</translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
    <message>
        <source>Order</source>
        <translation>ترتیب</translation>
    </message>
    <message>
        <source>As of %1, by %2</source>
        <translation>چاپ‌شده در %1 توسط %2</translation>
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
    <name>RecordSheet</name>
    <message>
        <source>%1 (rials)</source>
        <translation>%1 (ریال)</translation>
    </message>
    <message>
        <source>by %1, falling</source>
        <translation>بر پایهٔ %1، نزولی</translation>
    </message>
    <message>
        <source>by %1, rising</source>
        <translation>بر پایهٔ %1، صعودی</translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>For this you lack the right “%1”.</source>
        <translation>برای این کار اجازهٔ «%1» را ندارید.</translation>
    </message>
    <message>
        <source>For this you lack the right “%1”. Who can give it to you: %2.</source>
        <translation>برای این کار اجازهٔ «%1» را ندارید. کسانی که می‌توانند آن را به شما بدهند: %2.</translation>
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
    <name>SavedView</name>
    <message>
        <source>List</source>
        <translation>فهرست</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>فیلتر</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>ستون‌ها</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>همرسانی‌شده</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>صاحب نما</translation>
    </message>
</context>
<context>
    <name>Scroll</name>
    <message>
        <source>Content</source>
        <translation>محتوا</translation>
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
    <name>Setting</name>
    <message>
        <source>Whether this part of the shop is open to its visitors.</source>
        <translation>آیا این بخش فروشگاه برای بازدیدکنندگان باز است.</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>نام فروشگاه</translation>
    </message>
    <message>
        <source>Stands above the shop, on invoices and in messages.</source>
        <translation>بالای فروشگاه، روی فاکتورها و در پیام‌ها می‌آید.</translation>
    </message>
    <message>
        <source>Name of the shop in English</source>
        <translation>نام انگلیسی فروشگاه</translation>
    </message>
    <message>
        <source>For pages and messages in English.</source>
        <translation>برای صفحه‌ها و پیام‌های انگلیسی.</translation>
    </message>
    <message>
        <source>Language of the shop</source>
        <translation>زبان فروشگاه</translation>
    </message>
    <message>
        <source>For whoever has not chosen one.</source>
        <translation>برای کسی که زبانی انتخاب نکرده است.</translation>
    </message>
    <message>
        <source>Unit of amounts</source>
        <translation>واحد مبلغ‌ها</translation>
    </message>
    <message>
        <source>In which unit the shop shows prices. They are kept in rials.</source>
        <translation>فروشگاه قیمت‌ها را با این واحد نشان می‌دهد؛ نگهداری آن‌ها به ریال است.</translation>
    </message>
    <message>
        <source>Reservation of an order</source>
        <translation>مهلت رزرو سفارش</translation>
    </message>
    <message>
        <source>How long goods are held for an order that is not paid yet.</source>
        <translation>کالای سفارش پرداخت‌نشده تا این مدت کنار گذاشته می‌شود.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>دقیقه</translation>
    </message>
    <message>
        <source>Time for sending back</source>
        <translation>مهلت بازگرداندن کالا</translation>
    </message>
    <message>
        <source>How long after delivery goods may be sent back.</source>
        <translation>تا این مدت پس از تحویل می‌توان کالا را پس فرستاد.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Time for sending to Moodian</source>
        <translation>مهلت ارسال به مؤدیان</translation>
    </message>
    <message>
        <source>Within how many days an invoice has to be sent to the tax office.</source>
        <translation>فاکتور باید ظرف این مدت به سازمان امور مالیاتی فرستاده شود.</translation>
    </message>
    <message>
        <source>Check of credit</source>
        <translation>بررسی اعتبار</translation>
    </message>
    <message>
        <source>What happens to an order that would exceed a dealer&apos;s credit limit.</source>
        <translation>با سفارشی که از سقف اعتبار نماینده بگذرد چه شود.</translation>
    </message>
    <message>
        <source>Credit of dealers</source>
        <translation>اعتبار نمایندگان</translation>
    </message>
    <message>
        <source>Import of cheques</source>
        <translation>ورود چک از اکسل</translation>
    </message>
    <message>
        <source>Projects of executors</source>
        <translation>پروژه‌های مجریان</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>دیدگاه‌ها</translation>
    </message>
    <message>
        <source>Wishlists</source>
        <translation>فهرست‌های علاقه‌مندی</translation>
    </message>
    <message>
        <source>3D models</source>
        <translation>مدل‌های سه‌بعدی</translation>
    </message>
    <message>
        <source>Two-step sign-in is demanded of</source>
        <translation>نقش‌های ملزم به ورود دومرحله‌ای</translation>
    </message>
    <message>
        <source>Roles, with commas between them: SUPER_ADMIN, ADMIN. Who has one of them and no second factor can do nothing but set it up.</source>
        <translation>نقش‌ها با ویرگول در میان: SUPER_ADMIN, ADMIN. هر که یکی از این نقش‌ها را دارد و ورود دومرحله‌ای ندارد، جز راه‌اندازی آن کاری نمی‌تواند بکند.</translation>
    </message>
    <message>
        <source>Bounced cheques that stop a dealer</source>
        <translation>تعداد چک برگشتی برای توقف نماینده</translation>
    </message>
    <message>
        <source>A dealer who has so many bounced cheques that are not settled is put on hold. 0: never.</source>
        <translation>نماینده‌ای که این تعداد چک برگشتیِ تسویه‌نشده داشته باشد متوقف می‌شود. ۰: هرگز.</translation>
    </message>
    <message>
        <source>cheques</source>
        <translation>چک</translation>
    </message>
    <message>
        <source>Reminder of due cheques</source>
        <translation>یادآوری سررسید چک</translation>
    </message>
    <message>
        <source>How long before its cheques are due a dealer is reminded of them. 0: never.</source>
        <translation>چند روز پیش از سررسید، چک‌ها به نماینده یادآوری شود. ۰: هرگز.</translation>
    </message>
    <message>
        <source>Cheques of the day in the morning</source>
        <translation>چک‌های روز در آغاز صبح</translation>
    </message>
    <message>
        <source>Whoever moves cheques is told from seven o&apos;clock on what is to be deposited and what is late.</source>
        <translation>از ساعت هفت صبح، چک‌های آمادهٔ واگذاری و سررسیدگذشته به کسانی که عملیات چک دارند یادآوری می‌شود.</translation>
    </message>
    <message>
        <source>Banks work on Thursdays</source>
        <translation>بانک‌ها پنجشنبه باز هستند</translation>
    </message>
    <message>
        <source>Otherwise a cheque that is due on a Thursday is paid on the Saturday after.</source>
        <translation>اگر نه، چکی که سررسیدش پنجشنبه است شنبهٔ بعد پرداخت می‌شود.</translation>
    </message>
</context>
<context>
    <name>SheetLayout</name>
    <message>
        <source>Row</source>
        <translation>ردیف</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Carried forward</source>
        <translation>نقل به صفحهٔ بعد</translation>
    </message>
    <message>
        <source>Brought forward</source>
        <translation>نقل از صفحهٔ قبل</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>جمع کل</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>صفحهٔ %1 از %2</translation>
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
    <message>
        <source>Code of the authenticator app</source>
        <translation>کد برنامهٔ رمزساز</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>کد بازیابی</translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>Statement of account</source>
        <translation>صورت‌حساب نماینده</translation>
    </message>
    <message>
        <source>Dealer</source>
        <translation>کد نماینده</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>نام نماینده</translation>
    </message>
    <message>
        <source>Exposure in words</source>
        <translation>اعتبار مصرف‌شده به حروف</translation>
    </message>
    <message>
        <source>Only the newest %1 lines are on this print.</source>
        <translation>تنها %1 ردیف آخر در این چاپ آمده است.</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>گردش حساب</translation>
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
    <name>Worklist</name>
    <message>
        <source>To deposit</source>
        <translation>برای واگذاری</translation>
    </message>
    <message>
        <source>On hand, payable by a bank today or on the next bank day, and on no slip yet.</source>
        <translation>نزد صندوق‌اند، امروز یا در روز کاری بعدیِ بانک قابل وصول‌اند و هنوز در هیچ برگهٔ واگذاری نیستند.</translation>
    </message>
    <message>
        <source>Nothing is to be deposited: no cheque on hand is payable today or on the next bank day without being on a slip.</source>
        <translation>چیزی برای واگذاری نیست: هیچ چکی نزد صندوق نیست که امروز یا در روز کاری بعدیِ بانک قابل وصول باشد و در برگه‌ای نباشد.</translation>
    </message>
    <message>
        <source>No answer from the bank</source>
        <translation>بدون پاسخ بانک</translation>
    </message>
    <message>
        <source>At a bank and due, and the bank has said neither that it was paid nor that it bounced.</source>
        <translation>به بانک واگذار شده و سررسیدشان رسیده است، ولی بانک نه وصول را اعلام کرده و نه برگشت را.</translation>
    </message>
    <message>
        <source>The banks have answered for every cheque that came due.</source>
        <translation>بانک‌ها دربارهٔ همهٔ چک‌های سررسیدشده پاسخ داده‌اند.</translation>
    </message>
    <message>
        <source>Bounced, to follow</source>
        <translation>برگشتی، برای پیگیری</translation>
    </message>
    <message>
        <source>Bounced, and neither deposited again nor settled, given back or taken to court.</source>
        <translation>برگشت خورده‌اند و هنوز نه دوباره واگذار شده‌اند، نه تسویه یا مسترد شده‌اند و نه به مراجع قضایی رفته‌اند.</translation>
    </message>
    <message>
        <source>No bounced cheque waits for anything to be done about it.</source>
        <translation>هیچ چک برگشتی در انتظار پیگیری نیست.</translation>
    </message>
    <message>
        <source>Overdue on hand</source>
        <translation>سررسیدگذشته نزد صندوق</translation>
    </message>
    <message>
        <source>Still on hand although a bank could have paid them before today.</source>
        <translation>هنوز نزد صندوق‌اند، با آنکه پیش از امروز در بانک قابل وصول بودند.</translation>
    </message>
    <message>
        <source>No cheque was forgotten: none on hand could have been paid before today.</source>
        <translation>چکی جا نمانده است: نزد صندوق چکی نیست که پیش از امروز قابل وصول بوده باشد.</translation>
    </message>
    <message>
        <source>Invoices not covered</source>
        <translation>فاکتورهای بدون پوشش</translation>
    </message>
    <message>
        <source>Open invoices of dealers: what is paid, what waits for cheques to clear, and what neither covers, which is what is added up above.</source>
        <translation>فاکتورهای باز نمایندگان: آنچه پرداخت شده، آنچه در انتظار وصول چک است و آنچه هیچ‌کدام نمی‌پوشاند؛ جمع بالا از همین آخری است.</translation>
    </message>
    <message>
        <source>No dealer has an open invoice.</source>
        <translation>هیچ نماینده‌ای فاکتور باز ندارد.</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>بیش از %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>هیچ</translation>
    </message>
</context>
<context>
    <name>nextgen::account::AccountDialog</name>
    <message>
        <source>My account</source>
        <translation>حساب من</translation>
    </message>
    <message>
        <source>The password is changed. Everywhere else it is asked for again.</source>
        <translation>گذرواژه تغییر کرد. در جاهای دیگر دوباره پرسیده می‌شود.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>گذرواژه</translation>
    </message>
    <message>
        <source>Two-step sign-in</source>
        <translation>ورود دومرحله‌ای</translation>
    </message>
    <message>
        <source>Where I am signed in</source>
        <translation>جاهایی که وارد شده‌ام</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>nextgen::account::PasswordPanel</name>
    <message>
        <source>Token from the message</source>
        <translation>رمز درون پیام</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>گذرواژهٔ کنونی</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>گذرواژهٔ تازه</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>تکرار گذرواژهٔ تازه</translation>
    </message>
    <message>
        <source>At least %1 characters; best are several words that have nothing to do with each other.</source>
        <translation>دست‌کم %1 نویسه؛ بهتر از همه چند واژهٔ بی‌ربط به هم است.</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>تغییر گذرواژه</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>این دو یکسان نیستند.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
</context>
<context>
    <name>nextgen::account::RoleTable</name>
    <message>
        <source>held</source>
        <translation>دارد</translation>
    </message>
    <message>
        <source>not held</source>
        <translation>ندارد</translation>
    </message>
</context>
<context>
    <name>nextgen::account::RolesPage</name>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>Rights are not saved</source>
        <translation>اجازه‌ها ذخیره نشده‌اند</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>رها کردن بدون ذخیره</translation>
    </message>
    <message>
        <source>New role</source>
        <translation>نقش تازه</translation>
    </message>
    <message>
        <source>A short Latin name, like SALES or CREDIT_DESK</source>
        <translation>نامی کوتاه و لاتین، مانند SALES یا CREDIT_DESK</translation>
    </message>
    <message>
        <source>A role&apos;s name is of Latin letters, digits and underscores.</source>
        <translation>نام نقش از حروف لاتین، رقم و خط زیر ساخته می‌شود.</translation>
    </message>
    <message>
        <source>There is a role of this name.</source>
        <translation>نقشی با این نام هست.</translation>
    </message>
    <message>
        <source>%1 may from now on: %2</source>
        <translation>%1 از این پس دارد: %2</translation>
    </message>
    <message>
        <source>%1 may no longer: %2</source>
        <translation>%1 دیگر ندارد: %2</translation>
    </message>
    <message>
        <source>And more: %1</source>
        <translation>و موارد دیگر: %1</translation>
    </message>
    <message>
        <source>Save the rights</source>
        <translation>ذخیرهٔ اجازه‌ها</translation>
    </message>
    <message>
        <source>Whoever has one of these roles has the new rights from the next step on.</source>
        <translation>هر که یکی از این نقش‌ها را دارد از گام بعد اجازه‌های تازه را دارد.</translation>
    </message>
    <message>
        <source>Save changes: %1</source>
        <translation>ذخیرهٔ تغییرها: %1</translation>
    </message>
    <message>
        <source>%1, “%2”: %3</source>
        <translation>%1، «%2»: %3</translation>
    </message>
    <message>
        <source>Changes that are not saved: %1</source>
        <translation>تغییرهای ذخیره‌نشده: %1</translation>
    </message>
    <message>
        <source>These two may the same.</source>
        <translation>اجازه‌های این دو یکسان است.</translation>
    </message>
    <message>
        <source>Space gives a right or takes it. What you do not hold yourself is not yours to give.</source>
        <translation>با کلید فاصله اجازه داده یا گرفته می‌شود. اجازه‌ای را که خود ندارید نمی‌توانید بدهید.</translation>
    </message>
    <message>
        <source>Only to be read: for changes you lack the right “%1”.</source>
        <translation>فقط برای دیدن: برای تغییر، اجازهٔ «%1» را ندارید.</translation>
    </message>
    <message>
        <source>All roles</source>
        <translation>همهٔ نقش‌ها</translation>
    </message>
    <message>
        <source>New role…</source>
        <translation>نقش تازه…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقایسه</translation>
    </message>
    <message>
        <source>Compare this role</source>
        <translation>نقش نخست برای مقایسه</translation>
    </message>
    <message>
        <source>With this role</source>
        <translation>نقش دوم برای مقایسه</translation>
    </message>
    <message>
        <source>Rights of the roles</source>
        <translation>اجازه‌های نقش‌ها</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>ذخیره…</translation>
    </message>
</context>
<context>
    <name>nextgen::account::SecondFactorPanel</name>
    <message>
        <source>Code of the app, or a recovery code</source>
        <translation>کد برنامهٔ رمزساز یا یک کد بازیابی</translation>
    </message>
    <message>
        <source>Code that the app shows now</source>
        <translation>کدی که برنامه اکنون نشان می‌دهد</translation>
    </message>
    <message>
        <source>QR code for the authenticator app</source>
        <translation>کد QR برای برنامهٔ رمزساز</translation>
    </message>
    <message>
        <source>Turn it off</source>
        <translation>خاموش کردن</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>کپی</translation>
    </message>
    <message>
        <source>Two-step sign-in is off</source>
        <translation>ورود دومرحله‌ای خاموش است</translation>
    </message>
    <message>
        <source>With it, nobody who learns your password can sign in by it alone: a code of an app on your phone is asked for as well.</source>
        <translation>با آن، کسی که گذرواژهٔ شما را بداند تنها با آن نمی‌تواند وارد شود: کد برنامه‌ای روی گوشی شما هم پرسیده می‌شود.</translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation>راه‌اندازی</translation>
    </message>
    <message>
        <source>Read this with an authenticator app</source>
        <translation>این را با برنامهٔ رمزساز بخوانید</translation>
    </message>
    <message>
        <source>The app on your phone then shows a code of six digits, another one every half minute. If it cannot read the picture, type the letters below into it.</source>
        <translation>سپس برنامهٔ گوشی هر نیم دقیقه کد شش‌رقمی تازه‌ای نشان می‌دهد. اگر تصویر را نمی‌خواند، حروف زیر را در آن وارد کنید.</translation>
    </message>
    <message>
        <source>Turn it on</source>
        <translation>روشن کردن</translation>
    </message>
    <message>
        <source>Keep these recovery codes</source>
        <translation>این کدهای بازیابی را نگه دارید</translation>
    </message>
    <message>
        <source>Each of them lets you in once when the phone is lost. They are not shown again: print them or write them down, and keep them away from the phone.</source>
        <translation>اگر گوشی گم شود، با هر یک از این‌ها یک بار می‌توانید وارد شوید. دوباره نشان داده نمی‌شوند: آن‌ها را چاپ یا یادداشت کنید و دور از گوشی نگه دارید.</translation>
    </message>
    <message>
        <source>I have kept them</source>
        <translation>نگه داشتم</translation>
    </message>
    <message>
        <source>Two-step sign-in is on</source>
        <translation>ورود دومرحله‌ای روشن است</translation>
    </message>
    <message>
        <source>New recovery codes make those before worthless. Whoever turns it off signs in by the password alone, where the role allows that.</source>
        <translation>با کدهای بازیابی تازه، کدهای پیشین بی‌اعتبار می‌شوند. اگر خاموشش کنید و نقش شما اجازه دهد، ورود تنها با گذرواژه است.</translation>
    </message>
    <message>
        <source>New recovery codes</source>
        <translation>کدهای بازیابی تازه</translation>
    </message>
</context>
<context>
    <name>nextgen::account::SessionList</name>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>A program without a name</source>
        <translation>برنامهٔ بی‌نام</translation>
    </message>
    <message>
        <source>From %1, since %2</source>
        <translation>از نشانی %1، از %2</translation>
    </message>
    <message>
        <source>Last seen %1, ends %2</source>
        <translation>آخرین استفاده %1، پایان %2</translation>
    </message>
    <message>
        <source>Ends %1</source>
        <translation>پایان %1</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>همین‌جا</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>پایان دادن</translation>
    </message>
    <message>
        <source>End the session from %1</source>
        <translation>پایان دادن به نشست %1</translation>
    </message>
    <message>
        <source>Everywhere this person works, what was typed stays and the password is asked for again.</source>
        <translation>هر جا این شخص کار می‌کند، آنچه وارد کرده می‌ماند و گذرواژه دوباره پرسیده می‌شود.</translation>
    </message>
    <message>
        <source>Everywhere but here the password is asked for again.</source>
        <translation>گذرواژه در همهٔ جاهای دیگر دوباره پرسیده می‌شود.</translation>
    </message>
    <message>
        <source>Signed in nowhere.</source>
        <translation>در جایی وارد نشده است.</translation>
    </message>
    <message>
        <source>End all sessions</source>
        <translation>پایان دادن به همهٔ نشست‌ها</translation>
    </message>
    <message>
        <source>End all others</source>
        <translation>پایان دادن به نشست‌های دیگر</translation>
    </message>
</context>
<context>
    <name>nextgen::account::SignInWindow</name>
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
    <message>
        <source>The password is changed. Sign in with the new one.</source>
        <translation>گذرواژه تغییر کرد. با گذرواژهٔ تازه وارد شوید.</translation>
    </message>
    <message>
        <source>If %1 has an account here, a message with a token is on its way to it. It counts for 30 minutes.</source>
        <translation>اگر %1 اینجا حساب داشته باشد، پیامی با یک رمز برایش فرستاده می‌شود. این رمز ۳۰ دقیقه اعتبار دارد.</translation>
    </message>
    <message>
        <source>&amp;Code of the app, or a recovery code</source>
        <translation>کد برنامهٔ رمزساز یا یک کد بازیابی</translation>
    </message>
    <message>
        <source>Forgot the password?</source>
        <translation>گذرواژه را فراموش کرده‌اید؟</translation>
    </message>
    <message>
        <source>Back to the sign-in</source>
        <translation>بازگشت به ورود</translation>
    </message>
</context>
<context>
    <name>nextgen::account::SignInsTab</name>
    <message>
        <source>Sign-ins</source>
        <translation>نشست‌ها</translation>
    </message>
    <message>
        <source>Locked until %1 after wrong passwords or codes.</source>
        <translation>به‌سبب گذرواژه یا کد نادرست تا %1 قفل است.</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>رفع قفل</translation>
    </message>
</context>
<context>
    <name>nextgen::account::StepUpDialog</name>
    <message>
        <source>Is it still you?</source>
        <translation>خودتان هستید؟</translation>
    </message>
    <message>
        <source>This step is guarded. For five minutes after it you are not asked again.</source>
        <translation>این کار محافظت‌شده است. پس از تأیید، تا پنج دقیقه دوباره پرسیده نمی‌شود.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>تأیید</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Code of the app, or a recovery code</source>
        <translation>کد برنامهٔ رمزساز یا یک کد بازیابی</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>گذرواژهٔ شما</translation>
    </message>
    <message>
        <source>Use the password</source>
        <translation>با گذرواژه</translation>
    </message>
    <message>
        <source>Use a code</source>
        <translation>با کد</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque::BounceDialog</name>
    <message>
        <source>Not known yet</source>
        <translation>هنوز مشخص نیست</translation>
    </message>
    <message>
        <source>Bank&apos;s fee for each</source>
        <translation>کارمزد بانک برای هر چک</translation>
    </message>
    <message>
        <source>The amount is owed by the dealer again, and the invoices that it was set against are open again.</source>
        <translation>مبلغ چک دوباره به بدهی نماینده برمی‌گردد و فاکتورهایی که چک بابت آن‌ها بود دوباره باز می‌شوند.</translation>
    </message>
    <message>
        <source>Whoever it was passed on to is owed the amount again.</source>
        <translation>به کسی که چک به او واگذار شده بود دوباره به همین مبلغ بدهکار می‌شویم.</translation>
    </message>
    <message>
        <source>The bank&apos;s fee of %1 is charged to the dealer.</source>
        <translation>کارمزد بانک به مبلغ %1 به حساب نماینده گذاشته می‌شود.</translation>
    </message>
    <message>
        <source>The bank&apos;s fee of %1 is our expense.</source>
        <translation>کارمزد بانک به مبلغ %1 هزینهٔ خود ماست.</translation>
    </message>
    <message>
        <source>The dealer is put on hold where the settings say so for this number of bounced cheques; the dealer&apos;s people and those who see to credit are told.</source>
        <translation>اگر شمار چک‌های برگشتی نماینده به حدی برسد که در تنظیمات آمده است، نماینده معلق می‌شود؛ کاربران نماینده و مسئولان اعتبار باخبر می‌شوند.</translation>
    </message>
    <message>
        <source>All of it can be taken back as one.</source>
        <translation>همهٔ این‌ها را می‌توان یک‌جا برگرداند.</translation>
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
        <translation>شروع دوباره</translation>
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
        <translation>آنچه در %1 وارد کرده بودید بازیابی شد؛ هنوز ثبت نشده بود.</translation>
    </message>
    <message>
        <source>%1 What you typed is kept on this computer; try again, or come back to it later.</source>
        <translation>%1 آنچه وارد کرده‌اید در همین رایانه نگه داشته شد؛ دوباره تلاش کنید یا بعداً ادامه دهید.</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque::ChequeMover</name>
    <message>
        <source>%1: cheque %2 is now “%3”.</source>
        <translation>%1: وضعیت چک %2 اکنون «%3» است.</translation>
    </message>
    <message>
        <source>It is “%1” by now.</source>
        <translation>وضعیت آن اکنون «%1» است.</translation>
    </message>
    <message>
        <source>%1: cheques moved: %2</source>
        <translation>%1: برای %2 چک انجام شد</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque::ChequePanel</name>
    <message>
        <source>Choose a cheque to see its details and history; several, to move them together.</source>
        <translation>برای دیدن جزئیات و گردش، یک چک را انتخاب کنید؛ برای عملیات گروهی، چند چک را.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>گردش چک</translation>
    </message>
    <message>
        <source>Cheques chosen: %1</source>
        <translation>چک‌های انتخاب‌شده: %1</translation>
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
    <message>
        <source>Not shown</source>
        <translation>نشان داده نشد</translation>
    </message>
    <message>
        <source>Print a receipt</source>
        <translation>چاپ رسید</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>جزئیات</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>پیوست‌ها</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>برگرداندن «%1»</translation>
    </message>
    <message>
        <source>“%1” is taken back, and the cheque is “%2” again.</source>
        <translation>«%1» برگردانده می‌شود و وضعیت چک دوباره «%2» خواهد بود.</translation>
    </message>
    <message>
        <source>“%1” is taken back.</source>
        <translation>«%1» برگردانده می‌شود.</translation>
    </message>
    <message>
        <source>The bank&apos;s fee goes out of the books, the invoices are set against the cheque again, and the dealer&apos;s stop ends where only this bounce was its reason. Whoever was told of the bounce is told of this.</source>
        <translation>کارمزد بانک از حساب‌ها برداشته می‌شود، چک دوباره بابت همان فاکتورها منظور می‌شود و اگر نماینده فقط به سبب این برگشت معلق شده باشد، تعلیقش پایان می‌یابد. هر کس از برگشت باخبر شده بود از این هم باخبر می‌شود.</translation>
    </message>
    <message>
        <source>Invoices that it had paid are open again.</source>
        <translation>فاکتورهایی که با آن پرداخت شده بود دوباره باز می‌شوند.</translation>
    </message>
    <message>
        <source>The dealer&apos;s account has it again, and so have the invoices that it was set against.</source>
        <translation>چک دوباره به حساب نماینده می‌نشیند و بابت همان فاکتورها منظور می‌شود.</translation>
    </message>
    <message>
        <source>Nothing is erased: the history shows both steps, and the ledger gets an entry of its own.</source>
        <translation>چیزی پاک نمی‌شود: هر دو گام در تاریخچه می‌ماند و سند جداگانه‌ای در دفتر ثبت می‌شود.</translation>
    </message>
    <message>
        <source>holder: %1</source>
        <translation>دارنده: %1</translation>
    </message>
    <message>
        <source>slip: %1</source>
        <translation>برگهٔ واگذاری: %1</translation>
    </message>
    <message>
        <source>certificate: %1</source>
        <translation>گواهی: %1</translation>
    </message>
    <message>
        <source>fee of %1, the dealer&apos;s</source>
        <translation>کارمزد %1 به عهدهٔ نماینده</translation>
    </message>
    <message>
        <source>fee of %1, ours</source>
        <translation>کارمزد %1 به عهدهٔ ما</translation>
    </message>
    <message>
        <source>the dealer was put on hold</source>
        <translation>نماینده معلق شد</translation>
    </message>
    <message>
        <source>%1 (taken back)</source>
        <translation>%1 (برگردانده شد)</translation>
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
        <translation>تنها چک‌های یک ورود نمایش داده می‌شود.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>نمایش همه</translation>
    </message>
    <message>
        <source>No cheque fits these conditions.</source>
        <translation>چکی با این شرط‌ها پیدا نشد.</translation>
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
        <source>Cheques</source>
        <translation>چک‌ها</translation>
    </message>
    <message>
        <source>Print a receipt of the chosen cheques</source>
        <translation>چاپ رسید چک‌های انتخاب‌شده</translation>
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
        <translation>%1 چک، جمعاً %2</translation>
    </message>
    <message>
        <source>Of the chosen cheques %1 cannot take this step and are left out.</source>
        <translation>این عملیات برای %1 چک از چک‌های انتخاب‌شده ممکن نیست و آن‌ها کنار گذاشته می‌شوند.</translation>
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
        <translation>%1 چیزی از دست نرفته است؛ پس از برقراری اتصال دوباره تلاش کنید.</translation>
    </message>
    <message>
        <source>The cheque was moved meanwhile and takes no further step.</source>
        <translation>وضعیت چک در این میان تغییر کرده و عملیات دیگری برای آن ممکن نیست.</translation>
    </message>
    <message>
        <source>The cheque was moved meanwhile; now it can take: %1</source>
        <translation>وضعیت چک در این میان تغییر کرده است؛ عملیات ممکن: %1</translation>
    </message>
    <message>
        <source>What you typed is not kept.</source>
        <translation>آنچه نوشته‌اید نگه داشته نمی‌شود.</translation>
    </message>
    <message>
        <source>Discard what was typed</source>
        <translation>دور ریختن نوشته‌ها</translation>
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
        <translation>چک‌های زیر تغییری نکردند.</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque_import::DropZone</name>
    <message>
        <source>Drop a workbook here, or press Enter to choose one</source>
        <translation>فایل را اینجا رها کنید یا برای انتخاب آن Enter بزنید</translation>
    </message>
    <message>
        <source>Chosen file: %1. Press Enter to choose another</source>
        <translation>فایل انتخاب‌شده: %1. برای انتخاب فایل دیگر Enter بزنید</translation>
    </message>
    <message>
        <source>Drop the file of cheques here, or click to choose it</source>
        <translation>فایل چک‌ها را اینجا رها کنید یا برای انتخاب آن کلیک کنید</translation>
    </message>
    <message>
        <source>Excel (xlsx), OpenDocument (ods) or csv, up to 64 MB</source>
        <translation>اکسل (xlsx)، اوپن‌داکیومنت (ods) یا csv، تا ۶۴ مگابایت</translation>
    </message>
    <message>
        <source>%1 · click to choose another file</source>
        <translation>%1 · برای انتخاب فایل دیگر کلیک کنید</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque_import::ExposureMove</name>
    <message>
        <source>Exposure</source>
        <translation>اعتبار مصرف‌شده</translation>
    </message>
    <message>
        <source>Exposure of %1</source>
        <translation>اعتبار مصرف‌شدهٔ %1</translation>
    </message>
    <message>
        <source>The file names the dealers row by row; the page Dealers shows the exposure of each.</source>
        <translation>نمایندهٔ هر ردیف در خود فایل آمده است؛ اعتبار مصرف‌شدهٔ هر نماینده در صفحهٔ نمایندگان دیده می‌شود.</translation>
    </message>
    <message>
        <source>You have no permission to see the dealer&apos;s credit.</source>
        <translation>اجازهٔ دیدن اعتبار نماینده را ندارید.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>در حال دریافت از سرور…</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>اکنون</translation>
    </message>
    <message>
        <source>This import adds</source>
        <translation>افزایش با این ورود</translation>
    </message>
    <message>
        <source>Now %1, after posting %2</source>
        <translation>اکنون %1؛ پس از ثبت %2</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>مصرف قبلی</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>افزایش</translation>
    </message>
    <message>
        <source>Stands at %1</source>
        <translation>اکنون %1</translation>
    </message>
    <message>
        <source>Moved from %1 to %2</source>
        <translation>از %1 به %2 رسید</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque_import::FaultPanel</name>
    <message>
        <source>All rows with this fault</source>
        <translation>همهٔ ردیف‌های دارای این خطا</translation>
    </message>
    <message>
        <source>All rows with this fault (%1)</source>
        <translation>همهٔ ردیف‌های دارای این خطا (%1)</translation>
    </message>
    <message>
        <source>an empty cell</source>
        <translation>خانهٔ خالی</translation>
    </message>
    <message>
        <source>«%1»</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Only where it reads %1 (%2)</source>
        <translation>فقط ردیف‌های دارای %1 (%2)</translation>
    </message>
    <message>
        <source>%1 for all of them</source>
        <translation>%1 برای همهٔ آن‌ها</translation>
    </message>
    <message>
        <source>Set for all rows</source>
        <translation>اعمال بر همهٔ ردیف‌ها</translation>
    </message>
    <message>
        <source>Set for rows: %1</source>
        <translation>اعمال بر %1 ردیف</translation>
    </message>
    <message>
        <source>The same fault in many rows</source>
        <translation>یک خطا در چند ردیف</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>کدام ردیف‌ها</translation>
    </message>
    <message>
        <source>Each of these rows needs a value of its own: type it into the table.</source>
        <translation>مقدار هر یک از این ردیف‌ها جداست: آن را در جدول وارد کنید.</translation>
    </message>
    <message>
        <source>One value for all rows with the chosen fault.</source>
        <translation>یک مقدار برای همهٔ ردیف‌های خطای انتخاب‌شده</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque_import::FileStep</name>
    <message>
        <source>Choose the file of cheques</source>
        <translation>انتخاب فایل چک‌ها</translation>
    </message>
    <message>
        <source>Workbooks (%1)</source>
        <translation>فایل‌های اکسل و مانند آن (%1)</translation>
    </message>
    <message>
        <source>Whose cheques are they?</source>
        <translation>چک‌ها مربوط به کدام نماینده است؟</translation>
    </message>
    <message>
        <source>The file names the dealer of each row</source>
        <translation>نمایندهٔ هر ردیف در فایل آمده است</translation>
    </message>
    <message>
        <source>All from one dealer:</source>
        <translation>همه از یک نماینده:</translation>
    </message>
    <message>
        <source>In which unit are the amounts?</source>
        <translation>واحد مبلغ‌ها چیست؟</translation>
    </message>
    <message>
        <source>As the file says</source>
        <translation>طبق فایل</translation>
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
        <source>Where the file does not say, amounts are taken as rials.</source>
        <translation>اگر در فایل نیامده باشد، مبلغ‌ها ریال در نظر گرفته می‌شود.</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque_import::ImportReport</name>
    <message>
        <source>Import of %1</source>
        <translation>ورود %1</translation>
    </message>
    <message>
        <source>Rows read: %1</source>
        <translation>ردیف‌های خوانده‌شده: %1</translation>
    </message>
    <message>
        <source>Cheques posted: %1</source>
        <translation>چک‌های ثبت‌شده: %1</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque_import::ImportRowModel</name>
    <message>
        <source>due %1</source>
        <translation>سررسید %1</translation>
    </message>
    <message>
        <source>The same cheque stands in row %1 of this file</source>
        <translation>همین چک در ردیف %1 همین فایل آمده است</translation>
    </message>
    <message>
        <source>This cheque is posted already</source>
        <translation>این چک پیش‌تر ثبت شده است</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>What you typed is kept and not sent yet</source>
        <translation>آنچه وارد کرده‌اید نگه داشته شده و هنوز ارسال نشده است</translation>
    </message>
    <message>
        <source>Somebody else changed this row meanwhile; what you typed is kept</source>
        <translation>در این میان کاربر دیگری این ردیف را تغییر داده است؛ آنچه وارد کرده‌اید نگه داشته شد</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>هنوز ارسال نشده</translation>
    </message>
    <message>
        <source>somebody else changed this row meanwhile</source>
        <translation>در این میان کاربر دیگری این ردیف را تغییر داده است</translation>
    </message>
    <message>
        <source>the cell was empty</source>
        <translation>خانه خالی بود</translation>
    </message>
    <message>
        <source>the file says %1</source>
        <translation>در فایل %1 آمده</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque_import::ImportWizard</name>
    <message>
        <source>The server cannot be reached. Reading the file here: %1 rows</source>
        <translation>سرور در دسترس نیست. فایل همین‌جا خوانده می‌شود: %1 ردیف</translation>
    </message>
    <message>
        <source>The server is reading the file…</source>
        <translation>سرور در حال خواندن فایل است…</translation>
    </message>
    <message>
        <source>Sending the file (in kilobytes)…</source>
        <translation>در حال ارسال فایل (کیلوبایت)…</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>در حال دریافت از سرور…</translation>
    </message>
    <message>
        <source>The server is reading the file. Rows so far: %1</source>
        <translation>سرور در حال خواندن فایل است. تا اینجا %1 ردیف</translation>
    </message>
    <message>
        <source>The server cannot be reached. Reading the file here…</source>
        <translation>سرور در دسترس نیست. فایل همین‌جا خوانده می‌شود…</translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation>خواندن فایل</translation>
    </message>
    <message>
        <source>Go on to posting</source>
        <translation>رفتن به مرحلهٔ ثبت</translation>
    </message>
    <message>
        <source>The server is back; sending the file…</source>
        <translation>اتصال به سرور برقرار شد؛ فایل ارسال می‌شود…</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>در انتظار سرور</translation>
    </message>
    <message>
        <source>Typed rows on their way: %1</source>
        <translation>ردیف‌های در حال ارسال: %1</translation>
    </message>
    <message>
        <source>No row is ready to be posted.</source>
        <translation>هیچ ردیفی آمادهٔ ثبت نیست.</translation>
    </message>
    <message>
        <source>Post cheques: %1</source>
        <translation>ثبت %1 چک</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>سرور در دسترس نیست.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>بازگشت به فهرست</translation>
    </message>
    <message>
        <source>File</source>
        <translation>فایل</translation>
    </message>
    <message>
        <source>Check and mend</source>
        <translation>بررسی و اصلاح</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>نتیجه</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque_import::ImportsPage</name>
    <message>
        <source>Import a file of cheques</source>
        <translation>ورود فایل چک</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز کردن</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>برگرداندن…</translation>
    </message>
    <message>
        <source>Save the failed rows…</source>
        <translation>ذخیرهٔ ردیف‌های خطادار…</translation>
    </message>
    <message>
        <source>No import is in this state.</source>
        <translation>هیچ فایلی در این وضعیت نیست.</translation>
    </message>
    <message>
        <source>No file of cheques has been imported yet. Drop an Excel file here.</source>
        <translation>هنوز فایل چکی وارد نشده است. فایل اکسل را اینجا رها کنید.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>نمایش همه</translation>
    </message>
    <message>
        <source>Undone. Voided cheques: %1</source>
        <translation>برگردانده شد؛ %1 چک باطل شد</translation>
    </message>
    <message>
        <source>%1 was not sent to the end.</source>
        <translation>ارسال %1 نیمه‌کاره مانده است.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>What you typed into %1 has not reached the server; it is kept on this computer.</source>
        <translation>آنچه در %1 وارد کرده‌اید به سرور نرسیده و در همین رایانه نگه داشته شده است.</translation>
    </message>
    <message>
        <source>%1 is being sent.</source>
        <translation>%1 در حال ارسال است.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>نمایش</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque_import::PostStep</name>
    <message>
        <source>This is not a number.</source>
        <translation>عدد نیست.</translation>
    </message>
    <message>
        <source>The same as the ready rows.</source>
        <translation>با ردیف‌های آماده برابر است.</translation>
    </message>
    <message>
        <source>The ready rows are %1.</source>
        <translation>تعداد ردیف‌های آماده %1 است.</translation>
    </message>
    <message>
        <source>The ready rows are %1 more.</source>
        <translation>جمع ردیف‌های آماده %1 بیشتر است.</translation>
    </message>
    <message>
        <source>The ready rows are %1 less.</source>
        <translation>جمع ردیف‌های آماده %1 کمتر است.</translation>
    </message>
    <message>
        <source>Post again when it is back: nothing is posted twice.</source>
        <translation>پس از برقراری اتصال دوباره ثبت کنید: چیزی دو بار ثبت نمی‌شود.</translation>
    </message>
    <message>
        <source>Cheques to post: %1, together %2</source>
        <translation>%1 چک برای ثبت، جمعاً %2</translation>
    </message>
    <message>
        <source>Control by the paper list</source>
        <translation>کنترل با فهرست کاغذی</translation>
    </message>
    <message>
        <source>Type what the paper list says. When it differs nothing is posted. Both may stay empty.</source>
        <translation>تعداد و جمع فهرست کاغذی را وارد کنید؛ اگر برابر نباشد چیزی ثبت نمی‌شود. هر دو اختیاری است.</translation>
    </message>
    <message>
        <source>Number of cheques</source>
        <translation>تعداد چک</translation>
    </message>
    <message>
        <source>Sum in rials</source>
        <translation>جمع به ریال</translation>
    </message>
    <message>
        <source>Posting…</source>
        <translation>در حال ثبت…</translation>
    </message>
    <message>
        <source>Rows that stay out: %1 duplicate, %2 failed. The failed ones can be saved as a workbook after posting.</source>
        <translation>ردیف‌هایی که ثبت نمی‌شود: %1 تکراری و %2 خطادار. ردیف‌های خطادار را پس از ثبت می‌توانید در فایلی ذخیره کنید.</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque_import::ResultStep</name>
    <message>
        <source>Save the failed rows</source>
        <translation>ذخیرهٔ ردیف‌های خطادار</translation>
    </message>
    <message>
        <source>%1 - failed rows.xlsx</source>
        <comment>a file&apos;s name</comment>
        <translation>%1 - ردیف‌های خطادار.xlsx</translation>
    </message>
    <message>
        <source>Workbook (%1)</source>
        <translation>فایل اکسل (%1)</translation>
    </message>
    <message>
        <source>Saved: %1. Mend the file and import it again.</source>
        <translation>ذخیره شد: %1. فایل را اصلاح و دوباره وارد کنید.</translation>
    </message>
    <message>
        <source>Undo this import?</source>
        <translation>این ورود برگردانده شود؟</translation>
    </message>
    <message>
        <source>The cheques of %1 are voided and the dealer&apos;s exposure goes back. Cheques: %2.</source>
        <translation>چک‌های %1 باطل می‌شود و اعتبار مصرف‌شدهٔ نماینده به مقدار قبل برمی‌گردد. تعداد چک: %2.</translation>
    </message>
    <message>
        <source>Cheques that somebody has moved on since stay as they are; they are named afterwards.</source>
        <translation>چک‌هایی که پس از ثبت، عملیات دیگری روی آن‌ها انجام شده باطل نمی‌شود و فهرستشان نمایش داده خواهد شد.</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>برگرداندن ورود</translation>
    </message>
    <message>
        <source>Kept as they are: %1</source>
        <translation>چک‌هایی که باطل نشد: %1</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>ردیف %1: %2</translation>
    </message>
    <message>
        <source>Show the cheques</source>
        <translation>نمایش چک‌ها</translation>
    </message>
    <message>
        <source>Save the failed rows…</source>
        <translation>ذخیرهٔ ردیف‌های خطادار…</translation>
    </message>
    <message>
        <source>Show what was kept</source>
        <translation>نمایش چک‌های باطل‌نشده</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>برگرداندن…</translation>
    </message>
    <message>
        <source>New import</source>
        <translation>ورود جدید</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>در حال برگرداندن…</translation>
    </message>
    <message>
        <source>Rows that stayed out: %1 duplicate, %2 failed.</source>
        <translation>ردیف‌هایی که ثبت نشد: %1 تکراری و %2 خطادار.</translation>
    </message>
    <message>
        <source>%1 was not read</source>
        <translation>%1 خوانده نشد</translation>
    </message>
    <message>
        <source>Undone. Voided cheques: %1</source>
        <translation>برگردانده شد؛ %1 چک باطل شد</translation>
    </message>
    <message>
        <source>Cheques kept, since somebody has moved them on: %1</source>
        <translation>چک‌هایی که به‌سبب عملیات بعدی باطل نشد: %1</translation>
    </message>
    <message>
        <source>Nothing of this import is left in the dealer&apos;s credit.</source>
        <translation>از این ورود چیزی در اعتبار مصرف‌شدهٔ نماینده نمانده است.</translation>
    </message>
    <message>
        <source>Posted cheques: %1, together %2</source>
        <translation>%1 چک ثبت شد، جمعاً %2</translation>
    </message>
</context>
<context>
    <name>nextgen::cheque_import::RowsStep</name>
    <message>
        <source>Mended rows: %1</source>
        <translation>ردیف‌های اصلاح‌شده: %1</translation>
    </message>
    <message>
        <source>Mended rows: %1, rows that still have a fault: %2</source>
        <translation>ردیف‌های اصلاح‌شده: %1؛ ردیف‌هایی که هنوز خطا دارد: %2</translation>
    </message>
    <message>
        <source>sheet «%1»</source>
        <translation>برگهٔ «%1»</translation>
    </message>
    <message>
        <source>headings in row %1</source>
        <translation>سرستون‌ها در ردیف %1</translation>
    </message>
    <message>
        <source>amounts in rials</source>
        <translation>مبلغ‌ها به ریال</translation>
    </message>
    <message>
        <source>amounts in tomans, shown in rials</source>
        <translation>مبلغ‌ها به تومان، نمایش به ریال</translation>
    </message>
    <message>
        <source>«%1» as %2</source>
        <translation>«%1» برای %2</translation>
    </message>
    <message>
        <source>«%1»</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Columns read: %1 of %2</source>
        <translation>ستون‌های خوانده‌شده: %1 از %2</translation>
    </message>
    <message>
        <source>Read: %1.</source>
        <translation>خوانده شد: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Passed over: %1.</source>
        <translation>نادیده گرفته شد: %1.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>همه</translation>
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
        <source>Sum of the ready: %1</source>
        <translation>جمع آماده‌ها: %1</translation>
    </message>
    <message>
        <source>No row of this kind.</source>
        <translation>چنین ردیفی نیست.</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>نمایش همهٔ ردیف‌ها</translation>
    </message>
    <message>
        <source>Typed rows that need you: %1. What you typed is kept.</source>
        <translation>ردیف‌هایی که به تصمیم شما نیاز دارد: %1. آنچه وارد کرده‌اید نگه داشته شده است.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>نمایش</translation>
    </message>
    <message>
        <source>Typed rows not sent yet: %1. They are kept on this computer and go to the server as soon as it can be reached.</source>
        <translation>ردیف‌های ارسال‌نشده: %1. در همین رایانه نگه داشته شده و پس از برقراری اتصال ارسال می‌شود.</translation>
    </message>
    <message>
        <source>No row is chosen</source>
        <translation>ردیفی انتخاب نشده است</translation>
    </message>
    <message>
        <source>Click a cell and type to mend it; F8 goes to the next fault.</source>
        <translation>برای اصلاح، خانه را انتخاب و مقدار را وارد کنید؛ F8 به خطای بعدی می‌رود.</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>ردیف %1</translation>
    </message>
    <message>
        <source>Understood as it stands.</source>
        <translation>بدون اصلاح خوانده شد.</translation>
    </message>
    <message>
        <source>Next fault</source>
        <translation>خطای بعدی</translation>
    </message>
    <message>
        <source>To the next cell with a fault (F8)</source>
        <translation>رفتن به خانهٔ خطادار بعدی (F8)</translation>
    </message>
    <message>
        <source>Send what I typed</source>
        <translation>ارسال مقدار من</translation>
    </message>
    <message>
        <source>Drop what I typed</source>
        <translation>کنار گذاشتن مقدار من</translation>
    </message>
    <message>
        <source>The server cannot be reached. This is what this computer understands of the file; dealers and cheques posted already are not known here. Mending and posting begin when the server is back: the file is then sent by itself.</source>
        <translation>سرور در دسترس نیست. این نتیجهٔ خواندن فایل در همین رایانه است؛ نمایندگان و چک‌های ثبت‌شده در آن بررسی نشده‌اند. اصلاح و ثبت پس از برقراری اتصال ممکن می‌شود و فایل خودبه‌خود ارسال خواهد شد.</translation>
    </message>
</context>
<context>
    <name>nextgen::dealer::CreditTab</name>
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
        <translation>اگر همهٔ چک‌ها در سررسید وصول شود، نماینده در %1 به زیر سقف اعتبار برمی‌گردد.</translation>
    </message>
    <message>
        <source>The cheques at hand are not enough to bring the dealer back within the limit.</source>
        <translation>چک‌های موجود برای بازگشت نماینده به زیر سقف اعتبار کافی نیست.</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>اعتبار</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>چاپ</translation>
    </message>
</context>
<context>
    <name>nextgen::entity::BulkEditDialog</name>
    <message>
        <source>Change many: %1</source>
        <translation>تغییر گروهی: %1</translation>
    </message>
    <message>
        <source>The chosen rows: %1</source>
        <translation>ردیف‌های انتخاب‌شده: %1</translation>
    </message>
    <message>
        <source>All rows that fit, about %1 (at most %2)</source>
        <translation>همهٔ ردیف‌های فهرست، حدود %1 (حداکثر %2)</translation>
    </message>
    <message>
        <source>All rows that fit (at most %1)</source>
        <translation>همهٔ ردیف‌های فهرست (حداکثر %1)</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>نوع تغییر</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>مقدار</translation>
    </message>
    <message>
        <source>Round to</source>
        <translation>گرد کردن به</translation>
    </message>
    <message>
        <source>No rounding</source>
        <translation>بدون گرد کردن</translation>
    </message>
    <message>
        <source>For example 5 or 2.5</source>
        <translation>مانند ۵ یا ۲٫۵</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>درصد</translation>
    </message>
    <message>
        <source>Show the changes</source>
        <translation>نمایش تغییرها</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Raise by per cent</source>
        <translation>افزایش به درصد</translation>
    </message>
    <message>
        <source>Lower by per cent</source>
        <translation>کاهش به درصد</translation>
    </message>
    <message>
        <source>Raise by an amount</source>
        <translation>افزایش به مبلغ</translation>
    </message>
    <message>
        <source>Raise by a number</source>
        <translation>افزایش به عدد</translation>
    </message>
    <message>
        <source>Lower by an amount</source>
        <translation>کاهش به مبلغ</translation>
    </message>
    <message>
        <source>Lower by a number</source>
        <translation>کاهش به عدد</translation>
    </message>
    <message>
        <source>Set to a value</source>
        <translation>گذاشتن یک مقدار</translation>
    </message>
    <message>
        <source>Empty it</source>
        <translation>خالی کردن</translation>
    </message>
    <message>
        <source>Records that change: %1</source>
        <translation>ردیف‌هایی که تغییر می‌کند: %1</translation>
    </message>
    <message>
        <source>%1: from %2 to %3</source>
        <translation>%1: از %2 به %3</translation>
    </message>
    <message>
        <source>Stay as they are, since they would fall below zero or grow too large: %1</source>
        <translation>ردیف‌هایی که تغییر نمی‌کند، چون مقدارشان منفی یا بیش از اندازه بزرگ می‌شود: %1</translation>
    </message>
    <message>
        <source>Reading the rows…</source>
        <translation>در حال خواندن ردیف‌ها…</translation>
    </message>
    <message>
        <source>More than %1 rows fit. Narrow the list first; nothing was changed.</source>
        <translation>فهرست بیش از %1 ردیف دارد. نخست آن را محدودتر کنید؛ چیزی تغییر نکرد.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>هیچ ردیفی تغییر نمی‌کند.</translation>
    </message>
</context>
<context>
    <name>nextgen::entity::ChangeSheet</name>
    <message>
        <source>Writing the changes</source>
        <translation>در حال ذخیرهٔ تغییرها</translation>
    </message>
    <message>
        <source>Taking the changes back</source>
        <translation>در حال بازگرداندن تغییرها</translation>
    </message>
    <message>
        <source>%1 of %2 × %3</source>
        <translation>%1 در %2 %3</translation>
    </message>
    <message>
        <source>%1: %2 is added in all</source>
        <translation>%1: در مجموع %2 افزوده می‌شود</translation>
    </message>
    <message>
        <source>%1: %2 is taken off in all</source>
        <translation>%1: در مجموع %2 کم می‌شود</translation>
    </message>
    <message>
        <source>%1: becomes “%2”</source>
        <translation>%1: می‌شود «%2»</translation>
    </message>
    <message>
        <source>The changes are taken back</source>
        <translation>تغییرها بازگردانده شد</translation>
    </message>
    <message>
        <source>The changes are saved</source>
        <translation>تغییرها ذخیره شد</translation>
    </message>
    <message>
        <source>Records that go back to what they were: %1</source>
        <translation>بازگرداندن %1 ردیف به مقدار پیشین</translation>
    </message>
    <message>
        <source>Changes: %1, in records: %2</source>
        <translation>%1 تغییر در %2 ردیف</translation>
    </message>
    <message>
        <source>Gone back: %1 · stayed as they are: %2</source>
        <translation>بازگشت: %1 · بازنگشت: %2</translation>
    </message>
    <message>
        <source>Saved: %1 · not saved: %2</source>
        <translation>ذخیره شد: %1 · ذخیره نشد: %2</translation>
    </message>
    <message>
        <source>Whether the last portion arrived is not known; sending it again writes nothing twice.</source>
        <translation>معلوم نیست بخش آخر به سرور رسیده باشد؛ با ارسال دوباره هیچ تغییری دو بار ثبت نمی‌شود.</translation>
    </message>
    <message>
        <source>Nothing is lost: what is not saved stays here.</source>
        <translation>چیزی از دست نرفته است: آنچه ذخیره نشده همین‌جا می‌ماند.</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>بازگرداندن: %1</translation>
    </message>
    <message>
        <source>Try again: %1</source>
        <translation>تلاش دوباره: %1</translation>
    </message>
    <message>
        <source>Save the records: %1</source>
        <translation>ذخیرهٔ ردیف‌ها: %1</translation>
    </message>
    <message>
        <source>Take back what was saved: %1</source>
        <translation>بازگرداندن ذخیره‌شده‌ها: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Changes: %1</source>
        <translation>تغییرها: %1</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>ردیف</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>پیش از تغییر</translation>
    </message>
    <message>
        <source>After</source>
        <translation>پس از تغییر</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>تفاوت</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Changes by field and record; Space takes a record out</source>
        <translation>تغییرها به تفکیک فیلد و ردیف؛ کلید فاصله ردیف را کنار می‌گذارد</translation>
    </message>
</context>
<context>
    <name>nextgen::entity::ChangeWriter</name>
    <message>
        <source>Somebody changed it meanwhile; “before” is how it stands now.</source>
        <translation>در این میان تغییر کرده است؛ «پیش از تغییر» مقدار کنونی است.</translation>
    </message>
</context>
<context>
    <name>nextgen::entity::EntityPage</name>
    <message>
        <source>New: %1</source>
        <translation>%1 تازه</translation>
    </message>
    <message>
        <source>Open the chosen record</source>
        <translation>باز کردن رکورد انتخاب‌شده</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>جست‌وجو در %1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>تازه</translation>
    </message>
    <message>
        <source>Nothing fits these conditions.</source>
        <translation>چیزی با این شرط‌ها جور نیست.</translation>
    </message>
    <message>
        <source>There is nothing here yet.</source>
        <translation>هنوز چیزی اینجا نیست.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>نمایش همه</translation>
    </message>
    <message>
        <source>There is nothing here yet. What is written here comes from the work itself; nobody enters it by hand.</source>
        <translation>هنوز چیزی اینجا نیست. آنچه اینجا می‌آید از خودِ کار برمی‌خیزد و دستی وارد نمی‌شود.</translation>
    </message>
    <message>
        <source>Something was typed here on %1 and not saved.</source>
        <translation>در %1 چیزی در اینجا نوشته شده که ذخیره نشده است.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>دیدن آن</translation>
    </message>
    <message>
        <source>Open the chosen record in a tab of its own</source>
        <translation>باز کردن رکورد برگزیده در زبانه‌ای جداگانه</translation>
    </message>
    <message>
        <source>Edit the chosen cell or record</source>
        <translation>ویرایش خانه یا مورد انتخاب‌شده</translation>
    </message>
</context>
<context>
    <name>nextgen::entity::HappeningTab</name>
    <message>
        <source>What happened</source>
        <translation>شرح رویداد</translation>
    </message>
</context>
<context>
    <name>nextgen::entity::HistoryCards</name>
    <message>
        <source>empty</source>
        <translation>خالی</translation>
    </message>
    <message>
        <source>The program itself</source>
        <translation>خود برنامه</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: from %2 to %3</source>
        <translation>%1: از %2 به %3</translation>
    </message>
    <message>
        <source>Nothing that is shown here changed.</source>
        <translation>چیزی که اینجا دیده می‌شود تغییر نکرد.</translation>
    </message>
</context>
<context>
    <name>nextgen::entity::HistoryList</name>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>Nothing has been written down about this record.</source>
        <translation>دربارهٔ این رکورد چیزی ثبت نشده است.</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>نمایش قدیمی‌ترها</translation>
    </message>
</context>
<context>
    <name>nextgen::entity::ListStaging</name>
    <message>
        <source>Not saved</source>
        <translation>ذخیره نشده</translation>
    </message>
    <message>
        <source>Changes that are not saved yet: %1, in records: %2</source>
        <translation>%1 تغییر در %2 ردیف هنوز ذخیره نشده است.</translation>
    </message>
    <message>
        <source>To keep them, go back and look at them (Ctrl+S).</source>
        <translation>برای نگه داشتن آن‌ها بازگردید و تغییرها را ببینید (Ctrl+S).</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>دور ریختن تغییرها</translation>
    </message>
    <message>
        <source>At most %1 records can be changed at once. Save or discard some of the changes first.</source>
        <translation>هم‌زمان حداکثر %1 ردیف را می‌توان تغییر داد. نخست بخشی از تغییرها را ذخیره کنید یا دور بریزید.</translation>
    </message>
    <message>
        <source>Look at the changes and save them</source>
        <translation>بررسی و ذخیرهٔ تغییرها</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation>برگرداندن آخرین ویرایش</translation>
    </message>
    <message>
        <source>Do the edit again</source>
        <translation>انجام دوبارهٔ ویرایش</translation>
    </message>
    <message>
        <source>Take the edit of this cell back</source>
        <translation>برگرداندن ویرایش این خانه</translation>
    </message>
    <message>
        <source>Discard all changes</source>
        <translation>دور ریختن همهٔ تغییرها</translation>
    </message>
    <message>
        <source>Change many rows…</source>
        <translation>تغییر گروهی ردیف‌ها…</translation>
    </message>
    <message>
        <source>Take the saved changes back</source>
        <translation>بازگرداندن تغییرهای ذخیره‌شده</translation>
    </message>
    <message>
        <source>Saved records: %1</source>
        <translation>%1 ردیف ذخیره شد.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>بازگرداندن</translation>
    </message>
    <message>
        <source>Changes not saved yet: %1, in records: %2</source>
        <translation>%1 تغییر در %2 ردیف هنوز ذخیره نشده است.</translation>
    </message>
    <message>
        <source>%1 · refused: %2</source>
        <translation>%1 · پذیرفته‌نشده: %2</translation>
    </message>
    <message>
        <source>Look and save (Ctrl+S)</source>
        <translation>بررسی و ذخیره (Ctrl+S)</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>دور ریختن</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>ویرایش خانه</translation>
    </message>
</context>
<context>
    <name>nextgen::entity::MergeDialog</name>
    <message>
        <source>%1, chosen</source>
        <translation>%1، انتخاب‌شده</translation>
    </message>
    <message>
        <source>Everything is decided.</source>
        <translation>تکلیف همهٔ موارد روشن است.</translation>
    </message>
    <message>
        <source>One field is to be decided.</source>
        <translation>یک مورد مانده است که باید انتخاب شود.</translation>
    </message>
    <message>
        <source>%1 fields are to be decided.</source>
        <translation>%1 مورد مانده است که باید انتخاب شود.</translation>
    </message>
    <message>
        <source>Changed by two</source>
        <translation>تغییر هم‌زمان</translation>
    </message>
    <message>
        <source>Somebody changed this record at %1, while you were changing it.</source>
        <translation>در %1، هم‌زمان با شما، شخص دیگری این رکورد را تغییر داده است.</translation>
    </message>
    <message>
        <source>%2 changed this record at %1, while you were changing it.</source>
        <translation>%2 در %1، هم‌زمان با شما، این رکورد را تغییر داده است.</translation>
    </message>
    <message>
        <source>Choose field by field what is to be saved: by the arrow keys, or by clicking.</source>
        <translation>برای هر مورد انتخاب کنید که کدام مقدار ذخیره شود: با کلیدهای جهت‌نما یا با کلیک.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>مورد</translation>
    </message>
    <message>
        <source>What you opened</source>
        <translation>مقداری که باز کردید</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>مقدار شما</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>مقدار دیگری</translation>
    </message>
    <message>
        <source>All of yours</source>
        <translation>همهٔ مقادیر من</translation>
    </message>
    <message>
        <source>All of theirs</source>
        <translation>همهٔ مقادیر دیگری</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>بازگشت</translation>
    </message>
</context>
<context>
    <name>nextgen::entity::NoteList</name>
    <message>
        <source>The server cannot be reached. What you wrote is kept here.</source>
        <translation>سرور در دسترس نیست. آنچه نوشتید همین‌جا نگه داشته شد.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>پس گرفتن</translation>
    </message>
    <message>
        <source>Letters left: %1</source>
        <translation>حروف باقی‌مانده: %1</translation>
    </message>
    <message>
        <source>Too long by %1 letters</source>
        <translation>%1 حرف بیش از اندازه</translation>
    </message>
    <message>
        <source>Write a note for those who work with this record…</source>
        <translation>یادداشتی برای همکارانی که با این رکورد کار دارند…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>ثبت یادداشت</translation>
    </message>
    <message>
        <source>Nobody has written anything here yet.</source>
        <translation>هنوز کسی اینجا چیزی ننوشته است.</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>نمایش قدیمی‌ترها</translation>
    </message>
</context>
<context>
    <name>nextgen::entity::RecordHead</name>
    <message>
        <source>Close (Esc)</source>
        <translation>بستن (⁦Esc⁩)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>رونوشت پیوند</translation>
    </message>
    <message>
        <source>Open in a tab of its own</source>
        <translation>باز کردن در زبانه‌ای جداگانه</translation>
    </message>
</context>
<context>
    <name>nextgen::entity::RecordPage</name>
    <message>
        <source>It was removed.</source>
        <translation>حذف شد.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
</context>
<context>
    <name>nextgen::entity::RecordPanel</name>
    <message>
        <source>Not saved</source>
        <translation>ذخیره نشده</translation>
    </message>
    <message>
        <source>This new record is not saved yet: %1</source>
        <translation>این مورد تازه هنوز ذخیره نشده است: %1</translation>
    </message>
    <message>
        <source>What you changed is not saved yet: %1</source>
        <translation>تغییرهای شما هنوز ذخیره نشده است: %1</translation>
    </message>
    <message>
        <source>To keep it, go back and save it (Ctrl+S).</source>
        <translation>برای نگه داشتن آن برگردید و ذخیره کنید (⁦Ctrl+S⁩).</translation>
    </message>
    <message>
        <source>Discard what was typed</source>
        <translation>دور ریختن نوشته‌ها</translation>
    </message>
    <message>
        <source>The server cannot be reached. What you typed stays here; nothing was lost.</source>
        <translation>سرور در دسترس نیست. آنچه نوشته‌اید همین‌جا می‌ماند و چیزی از دست نرفته است.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>غیرفعال کردن</translation>
    </message>
    <message>
        <source>Deactivate “%1”?</source>
        <translation>«%1» غیرفعال شود؟</translation>
    </message>
    <message>
        <source>It stays where it is used and is offered no more. You can activate it again.</source>
        <translation>هر جا به کار رفته می‌ماند و دیگر پیشنهاد نمی‌شود. می‌توانید دوباره فعالش کنید.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>%1 تازه</translation>
    </message>
    <message>
        <source>Activate again</source>
        <translation>فعال کردن دوباره</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>چاپ</translation>
    </message>
    <message>
        <source>Print the record</source>
        <translation>چاپ این رکورد</translation>
    </message>
    <message>
        <source>Somebody changed this record while you were changing it. What you typed is kept.</source>
        <translation>هم‌زمان با شما، شخص دیگری این رکورد را تغییر داده است. آنچه نوشته‌اید محفوظ است.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقایسه</translation>
    </message>
    <message>
        <source>Somebody changed this just now. What you typed is kept.</source>
        <translation>شخص دیگری همین حالا این را تغییر داد. آنچه نوشته‌اید محفوظ است.</translation>
    </message>
    <message>
        <source>%1 changed this just now. What you typed is kept.</source>
        <translation>%1 همین حالا این را تغییر داد. آنچه نوشته‌اید محفوظ است.</translation>
    </message>
    <message>
        <source>You typed something here on %1 and did not save it.</source>
        <translation>شما در %1 چیزی در اینجا نوشته‌اید و ذخیره نکرده‌اید.</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>بازگرداندن</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>دور انداختن</translation>
    </message>
    <message>
        <source>Somebody removed this record just now.</source>
        <translation>شخص دیگری همین حالا این رکورد را حذف کرد.</translation>
    </message>
    <message>
        <source>%1 removed this record just now.</source>
        <translation>%1 همین حالا این رکورد را حذف کرد.</translation>
    </message>
</context>
<context>
    <name>nextgen::entity::RecordTabs</name>
    <message>
        <source>Details</source>
        <translation>جزئیات</translation>
    </message>
    <message>
        <source>History</source>
        <translation>تاریخچه</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>یادداشت‌ها</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>پیوست‌ها</translation>
    </message>
</context>
<context>
    <name>nextgen::entity::RelatedList</name>
    <message>
        <source>New</source>
        <translation>تازه</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>ویرایش</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز کردن</translation>
    </message>
    <message>
        <source>There is none here.</source>
        <translation>اینجا موردی نیست.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>«%1» حذف شود؟</translation>
    </message>
    <message>
        <source>It is gone then; its history stays.</source>
        <translation>پس از آن دیگر نیست؛ تاریخچه‌اش می‌ماند.</translation>
    </message>
</context>
<context>
    <name>nextgen::executor::BidTable</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1، %2: %3</translation>
    </message>
    <message>
        <source>nothing said</source>
        <translation>گفته نشده</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Order the bids by this line (Ctrl+Shift+O)</source>
        <translation>مرتب کردن پیشنهادها بر پایهٔ این ردیف (Ctrl+Shift+O)</translation>
    </message>
    <message>
        <source>%1, rising</source>
        <translation>%1، صعودی</translation>
    </message>
    <message>
        <source>%1, falling</source>
        <translation>%1، نزولی</translation>
    </message>
</context>
<context>
    <name>nextgen::executor::BidsTab</name>
    <message>
        <source>There is no offer yet.</source>
        <translation>هنوز هیچ مجری‌ای قیمت نداده است.</translation>
    </message>
    <message>
        <source>Only the %1 cheapest bids are compared.</source>
        <translation>تنها %1 پیشنهاد ارزان‌تر مقایسه می‌شود.</translation>
    </message>
    <message>
        <source>Without an offer: %1.</source>
        <translation>بدون قیمت: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>The best is among bids that can still be chosen; the difference is to the best.</source>
        <translation>بهترین در میان پیشنهادهایی است که هنوز می‌توان برگزید؛ اختلاف‌ها با بهترین سنجیده شده است.</translation>
    </message>
    <message>
        <source>Of past projects the newest ones are counted.</source>
        <translation>از پروژه‌های گذشته تنها تازه‌ترین‌ها شمرده شده است.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>Lines of the comparison</source>
        <translation>معیارهای مقایسه</translation>
    </message>
    <message>
        <source>Executors</source>
        <translation>مجریان</translation>
    </message>
    <message>
        <source>Compare the bids</source>
        <translation>مقایسهٔ پیشنهادها</translation>
    </message>
</context>
<context>
    <name>nextgen::file::FileFetching</name>
    <message>
        <source>Fetching %1</source>
        <translation>دریافت %1</translation>
    </message>
</context>
<context>
    <name>nextgen::file::FileList</name>
    <message>
        <source>Files that can be attached (%1)</source>
        <translation>فایل‌های قابل پیوست (%1)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>افزودن پیوست</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>همهٔ فایل‌ها (*)</translation>
    </message>
    <message>
        <source>Save the file as</source>
        <translation>ذخیرهٔ پیوست با نام</translation>
    </message>
    <message>
        <source>%1, %2, attached by %3 on %4</source>
        <translation>%1، %2، پیوست‌شده به دست %3 در %4</translation>
    </message>
    <message>
        <source>Nothing is attached yet.</source>
        <translation>هنوز پیوستی افزوده نشده است.</translation>
    </message>
    <message>
        <source>Somebody else attached it; you may not remove it.</source>
        <translation>این پیوست را شخص دیگری افزوده است و شما اجازهٔ حذف آن را ندارید.</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>تصویر: %1</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>افزودن پیوست…</translation>
    </message>
    <message>
        <source>or drop them here, or paste a picture (Ctrl+V)</source>
        <translation>یا فایل را بکشید و اینجا رها کنید، یا تصویری را بچسبانید (Ctrl+V)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>پیوست‌ها</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز کردن</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>ذخیره با نام…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 حذف شد.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>برگرداندن</translation>
    </message>
</context>
<context>
    <name>nextgen::file::FileSending</name>
    <message>
        <source>Attaching %1</source>
        <translation>پیوست کردن %1</translation>
    </message>
    <message>
        <source>Attaching %1 files</source>
        <translation>پیوست کردن %1 فایل</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>تصویر چسبانده‌شده</translation>
    </message>
    <message>
        <source>Files attached: %1</source>
        <translation>فایل‌های پیوست‌شده: %1</translation>
    </message>
</context>
<context>
    <name>nextgen::home::ChartCard</name>
    <message>
        <source>The week from %1</source>
        <translation>هفتهٔ %1</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>هنوز چیزی برای رسم نیست.</translation>
    </message>
</context>
<context>
    <name>nextgen::home::HomePage</name>
    <message>
        <source>What waits for you</source>
        <translation>کارهای پیش روی شما</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>تازه‌سازی</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>Your rights show no numbers here. What you may open stands at the side.</source>
        <translation>با دسترسی‌های شما در این صفحه عددی نیست. صفحه‌هایی که می‌توانید باز کنید در کنار پنجره‌اند.</translation>
    </message>
</context>
<context>
    <name>nextgen::print::PageView</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>صفحهٔ %1 از %2</translation>
    </message>
</context>
<context>
    <name>nextgen::print::PreviewDialog</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>صفحهٔ %1 از %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1٪</translation>
    </message>
    <message>
        <source>Print: %1</source>
        <translation>چاپ: %1</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>کاغذ</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>جهت کاغذ</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>عمودی</translation>
    </message>
    <message>
        <source>Lengthwise</source>
        <translation>افقی</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>کوچک‌تر (Ctrl+-)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>بزرگ‌تر (Ctrl++)</translation>
    </message>
    <message>
        <source>As wide as the window (Ctrl+0)</source>
        <translation>به پهنای پنجره (Ctrl+0)</translation>
    </message>
    <message>
        <source>Previous page (Ctrl+PageUp)</source>
        <translation>صفحهٔ قبل (Ctrl+PageUp)</translation>
    </message>
    <message>
        <source>Next page (Ctrl+PageDown)</source>
        <translation>صفحهٔ بعد (Ctrl+PageDown)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>ذخیره به صورت PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>چاپ…</translation>
    </message>
    <message>
        <source>It was sent to the printer.</source>
        <translation>برای چاپگر فرستاده شد.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>ذخیره به صورت PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>فایل‌های PDF (*.pdf)</translation>
    </message>
    <message>
        <source>It is saved in %1.</source>
        <translation>در %1 ذخیره شد.</translation>
    </message>
    <message>
        <source>On its way…</source>
        <translation>در حال انجام…</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>لغو شد.</translation>
    </message>
    <message>
        <source>It could not be printed.</source>
        <translation>چاپ انجام نشد.</translation>
    </message>
    <message>
        <source>It could not be done: %1</source>
        <translation>انجام نشد: %1</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::AppearanceDialog</name>
    <message>
        <source>Appearance</source>
        <translation>نمایش</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>رنگ‌ها</translation>
    </message>
    <message>
        <source>Font size</source>
        <translation>اندازهٔ قلم</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>ردیف‌ها</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>روشن</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>تیره</translation>
    </message>
    <message>
        <source>Light, high contrast</source>
        <translation>روشن، پرتضاد</translation>
    </message>
    <message>
        <source>Dark, high contrast</source>
        <translation>تیره، پرتضاد</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1٪</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>راحت</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>فشرده</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>حالت معمول</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>دستورها</translation>
    </message>
    <message>
        <source>Nothing by this name.</source>
        <translation>چیزی با این نام نیست.</translation>
    </message>
    <message>
        <source>Page, action, or a record by its name or number…</source>
        <translation>صفحه، عملیات، یا رکوردی با نام یا شماره‌اش…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>در حال جست‌وجو…</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::Documents</name>
    <message>
        <source>Too many tabs</source>
        <translation>زبانه‌ها زیاد است</translation>
    </message>
    <message>
        <source>There are %1 tabs, and each is pinned or has something unsaved. Close one to open another.</source>
        <translation>%1 زبانه باز است و هر کدام سنجاق شده یا چیزی ذخیره‌نشده دارد. برای باز کردن زبانهٔ دیگر یکی را ببندید.</translation>
    </message>
    <message>
        <source>“%1” was closed to make room: there can be %2 tabs.</source>
        <translation>«%1» بسته شد تا جا باز شود: بیش از %2 زبانه نمی‌شود.</translation>
    </message>
    <message>
        <source>“%1” could not be opened again: %2</source>
        <translation>«%1» دوباره باز نشد: %2</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>ذخیره نشده</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>برداشتن سنجاق</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Close the others</source>
        <translation>بستن بقیه</translation>
    </message>
    <message>
        <source>Reopen the closed tab</source>
        <translation>باز کردن دوبارهٔ زبانهٔ بسته‌شده</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>سنجاق کردن</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>رونوشت پیوند</translation>
    </message>
    <message>
        <source>All tabs</source>
        <translation>همهٔ زبانه‌ها</translation>
    </message>
    <message>
        <source>Nothing is open. Choose a page at the side, or look for what you need.</source>
        <translation>چیزی باز نیست. صفحه‌ای را از کنار برگزینید یا آنچه لازم دارید جست‌وجو کنید.</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>جست‌وجو یا دستور</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::ExportDialog</name>
    <message>
        <source>The file could not be written: %1</source>
        <translation>فایل نوشته نشد: %1</translation>
    </message>
    <message>
        <source>Write to a file</source>
        <translation>نوشتن در فایل</translation>
    </message>
    <message>
        <source>All rows that fit, about %1</source>
        <translation>همهٔ ردیف‌های این فهرست، حدود %1</translation>
    </message>
    <message>
        <source>All rows that fit</source>
        <translation>همهٔ ردیف‌های این فهرست</translation>
    </message>
    <message>
        <source>The chosen rows: %1</source>
        <translation>ردیف‌های انتخاب‌شده: %1</translation>
    </message>
    <message>
        <source>At most %1 rows are written.</source>
        <translation>حداکثر %1 ردیف نوشته می‌شود.</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>انتخاب فایل…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>کارپوشهٔ اکسل (*.xlsx)</translation>
    </message>
    <message>
        <source>Text with commas (*.csv)</source>
        <translation>متن جداشده با ویرگول (*.csv)</translation>
    </message>
    <message>
        <source>Rows written: %1</source>
        <translation>ردیف‌های نوشته‌شده: %1</translation>
    </message>
    <message>
        <source>Only the first %1 rows were written; the list is longer.</source>
        <translation>تنها %1 ردیف نخست نوشته شد؛ فهرست بلندتر است.</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>نوشتن %1</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::InboxButton</name>
    <message>
        <source>Notices</source>
        <translation>اعلان‌ها</translation>
    </message>
    <message>
        <source>Notices, unread: %1</source>
        <translation>اعلان‌ها، خوانده‌نشده: %1</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::InboxPanel</name>
    <message>
        <source>Notices</source>
        <translation>اعلان‌ها</translation>
    </message>
    <message>
        <source>Unread: %1</source>
        <translation>خوانده‌نشده: %1</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>همه را خوانده‌شده کن</translation>
    </message>
    <message>
        <source>Earlier notices</source>
        <translation>اعلان‌های قدیمی‌تر</translation>
    </message>
    <message>
        <source>No notices. Here you are told what others do to your cheques and imports.</source>
        <translation>اعلانی ندارید. کارهای دیگران روی چک‌ها و ورودهای شما اینجا به اطلاعتان می‌رسد.</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::ListPrint</name>
    <message>
        <source>Printing “%1”</source>
        <translation>چاپ «%1»</translation>
    </message>
    <message>
        <source>Rows on the print: %1</source>
        <translation>ردیف‌های چاپ: %1</translation>
    </message>
    <message>
        <source>Only the first %1 rows are printed; the list is longer.</source>
        <translation>تنها %1 ردیف نخست چاپ می‌شود؛ فهرست بلندتر است.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>تعداد ردیف‌ها</translation>
    </message>
    <message>
        <source>%1, of more that are not on this print</source>
        <translation>%1 ردیف؛ ردیف‌های دیگری هم هست که در این چاپ نیامده است</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::LiveRows</name>
    <message>
        <source>Removed at %1</source>
        <translation>حذف‌شده در %1</translation>
    </message>
    <message>
        <source>Changed at %1</source>
        <translation>تغییرکرده در %1</translation>
    </message>
    <message>
        <source>%1 removed this at %2</source>
        <translation>%1 در %2 این را حذف کرد</translation>
    </message>
    <message>
        <source>%1 changed this at %2</source>
        <translation>%1 در %2 این را تغییر داد</translation>
    </message>
    <message>
        <source>Much has changed here; load again</source>
        <translation>موارد زیادی در اینجا تغییر کرده است؛ بارگذاری دوباره</translation>
    </message>
    <message>
        <source>%1 new; show</source>
        <translation>%1 مورد تازه؛ نمایش</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::MainWindow</name>
    <message>
        <source>NextGen back office</source>
        <translation>سامانهٔ مدیریت نکست‌جن</translation>
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
        <translation>نشست شما پایان یافته است. دوباره وارد شوید؛ آنچه وارد کرده‌اید سر جایش است.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>ورود</translation>
    </message>
    <message>
        <source>The server cannot be reached. What you type is kept here and sent when it is back; the program asks again every few seconds.</source>
        <translation>سرور در دسترس نیست. آنچه وارد می‌کنید همین‌جا نگه داشته و پس از برقراری اتصال ارسال می‌شود؛ برنامه هر چند ثانیه دوباره تلاش می‌کند.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>صفحه</translation>
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
        <translation>باز کردن ردیف</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>ویرایش خانه</translation>
    </message>
    <message>
        <source>Copy with headings</source>
        <translation>کپی با سرستون‌ها</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>انتخاب همه</translation>
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
        <translation>باز کردن تقویم</translation>
    </message>
    <message>
        <source>A day later or earlier</source>
        <translation>یک روز بعد یا قبل</translation>
    </message>
    <message>
        <source>A month later or earlier</source>
        <translation>یک ماه بعد یا قبل</translation>
    </message>
    <message>
        <source>In ten days</source>
        <translation>ده روز دیگر</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>جست‌وجو</translation>
    </message>
    <message>
        <source>Tabs that are not for you any more: %1</source>
        <translation>زبانه‌هایی که دیگر در دسترس شما نیست: %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>برگشت</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>جلو</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>زبانهٔ بعدی</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>زبانهٔ قبلی</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>بستن زبانه</translation>
    </message>
    <message>
        <source>Close the other tabs</source>
        <translation>بستن زبانه‌های دیگر</translation>
    </message>
    <message>
        <source>Reopen the closed tab</source>
        <translation>باز کردن دوبارهٔ زبانهٔ بسته‌شده</translation>
    </message>
    <message>
        <source>Move the tab on</source>
        <translation>بردن زبانه یک جا جلوتر</translation>
    </message>
    <message>
        <source>Move the tab back</source>
        <translation>بردن زبانه یک جا عقب‌تر</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>رونوشت پیوند</translation>
    </message>
    <message>
        <source>Unpin the tab</source>
        <translation>برداشتن سنجاق زبانه</translation>
    </message>
    <message>
        <source>Pin the tab</source>
        <translation>سنجاق کردن زبانه</translation>
    </message>
    <message>
        <source>The link is on the clipboard.</source>
        <translation>پیوند رونوشت شد.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>پیوند</translation>
    </message>
    <message>
        <source>This is no link of this program.</source>
        <translation>این پیوند مال این برنامه نیست.</translation>
    </message>
    <message>
        <source>This link belongs to another server: %1. You are connected to %2.</source>
        <translation>این پیوند مال سرور دیگری است: %1. شما به %2 وصل هستید.</translation>
    </message>
    <message>
        <source>This link belongs to another shop: %1. You are signed in to %2.</source>
        <translation>این پیوند مال فروشگاه دیگری است: %1. شما به %2 وارد شده‌اید.</translation>
    </message>
    <message>
        <source>There is no such page, or it is not for you: %1</source>
        <translation>چنین صفحه‌ای نیست یا در دسترس شما نیست: %1</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>باز کردن پیوند</translation>
    </message>
    <message>
        <source>Records could not be searched: %1</source>
        <translation>رکوردها جست‌وجو نشد: %1</translation>
    </message>
    <message>
        <source>Not looked through in time: %1</source>
        <translation>در زمان مقرر گشته نشد: %1</translation>
    </message>
    <message>
        <source>Open what the cell names</source>
        <translation>باز کردن آنچه خانه نام می‌برد</translation>
    </message>
    <message>
        <source>Appearance…</source>
        <translation>نمایش…</translation>
    </message>
    <message>
        <source>There is nothing here that could be printed.</source>
        <translation>اینجا چیزی برای چاپ نیست.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>چاپ</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>چاپ (Ctrl+P)</translation>
    </message>
    <message>
        <source>Take the chosen filter away</source>
        <translation>برداشتن فیلتر برگزیده</translation>
    </message>
    <message>
        <source>Narrow by columns</source>
        <translation>محدود کردن با ستون‌ها</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>نمایش</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>اعلان‌ها</translation>
    </message>
    <message>
        <source>Long work</source>
        <translation>کارهای زمان‌بر</translation>
    </message>
    <message>
        <source>Work is running</source>
        <translation>کاری در جریان است</translation>
    </message>
    <message>
        <source>What is running is stopped when you leave.</source>
        <translation>با خروج شما، کارهای در جریان متوقف می‌شود.</translation>
    </message>
    <message>
        <source>Running: %1</source>
        <translation>در جریان: %1</translation>
    </message>
    <message>
        <source>Stop it and leave</source>
        <translation>توقف و خروج</translation>
    </message>
    <message>
        <source>Order by the cell&apos;s column</source>
        <translation>مرتب‌سازی بر اساس ستون این خانه</translation>
    </message>
    <message>
        <source>In forms</source>
        <translation>در فرم‌ها</translation>
    </message>
    <message>
        <source>The next field; after the last one, save</source>
        <translation>فیلد بعدی؛ پس از آخرین فیلد، ذخیره</translation>
    </message>
    <message>
        <source>The field before</source>
        <translation>فیلد قبلی</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>My account…</source>
        <translation>حساب من…</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::NavButton</name>
    <message>
        <source>open</source>
        <translation>باز</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>بسته</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 رکورد</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::PinnedViews</name>
    <message>
        <source>Saved views</source>
        <translation>نماهای ذخیره‌شده</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::PrintListDialog</name>
    <message>
        <source>Print the list</source>
        <translation>چاپ فهرست</translation>
    </message>
    <message>
        <source>All rows that fit, about %1</source>
        <translation>همهٔ ردیف‌های این فهرست، حدود %1</translation>
    </message>
    <message>
        <source>All rows that fit</source>
        <translation>همهٔ ردیف‌های این فهرست</translation>
    </message>
    <message>
        <source>The chosen rows: %1</source>
        <translation>ردیف‌های انتخاب‌شده: %1</translation>
    </message>
    <message>
        <source>Show the print</source>
        <translation>نمایش چاپ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>At most %1 rows are printed.</source>
        <translation>حداکثر %1 ردیف چاپ می‌شود.</translation>
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
    <message>
        <source>Another key</source>
        <translation>کلید دیگر</translation>
    </message>
    <message>
        <source>Another key: %1</source>
        <translation>کلید دیگر: %1</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” already.</source>
        <translation>%1 از پیش مال «%2» است.</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>همین کلید</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>بی‌کلید</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>به حالت نخست</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Press the key for “%1”.</source>
        <translation>کلید «%1» را بفشارید.</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::Sidebar</name>
    <message>
        <source>NextGen</source>
        <translation>نکست‌جن</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>بالاتر</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>پایین‌تر</translation>
    </message>
    <message>
        <source>Take out of the sidebar</source>
        <translation>برداشتن از نوار کناری</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::ViewMenu</name>
    <message>
        <source>The filter of this view is not understood: %1</source>
        <translation>فیلتر این نما فهمیده نشد: %1</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>نماها</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>نماهای ذخیره‌شده</translation>
    </message>
    <message>
        <source>View “%1”, changed</source>
        <translation>نمای «%1»، تغییرکرده</translation>
    </message>
    <message>
        <source>View “%1”</source>
        <translation>نمای «%1»</translation>
    </message>
    <message>
        <source>%1 — shared by %2</source>
        <translation>%1 — همرسانی از %2</translation>
    </message>
    <message>
        <source>%1 — shared</source>
        <translation>%1 — همرسانی‌شده</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1 (پیش‌فرض)</translation>
    </message>
    <message>
        <source>No view is saved for this list yet.</source>
        <translation>هنوز نمایی برای این فهرست ذخیره نشده است.</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>ذخیرهٔ تغییرات</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>ذخیره با نام …</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>تغییر نام …</translation>
    </message>
    <message>
        <source>Share with colleagues</source>
        <translation>همرسانی با همکاران</translation>
    </message>
    <message>
        <source>Begin with this view</source>
        <translation>آغاز فهرست با این نما</translation>
    </message>
    <message>
        <source>Pin to the sidebar</source>
        <translation>سنجاق به نوار کناری</translation>
    </message>
    <message>
        <source>Delete the view …</source>
        <translation>حذف نما …</translation>
    </message>
    <message>
        <source>Show all, in no view</source>
        <translation>نمایش همه، بیرون از نما</translation>
    </message>
    <message>
        <source>Copy the filter as text</source>
        <translation>رونوشت فیلتر به صورت متن</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>ذخیرهٔ نما</translation>
    </message>
    <message>
        <source>A view cannot hold a national id or an IBAN, which are stored encrypted only. Take that condition away, then save.</source>
        <translation>کد ملی و شبا تنها رمزشده نگهداری می‌شوند و در نما ذخیره نمی‌شوند. این شرط را بردارید و سپس ذخیره کنید.</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>نام نما</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>تغییر نام نما</translation>
    </message>
    <message>
        <source>New name of “%1”</source>
        <translation>نام تازهٔ «%1»</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>حذف نما</translation>
    </message>
    <message>
        <source>Delete the view “%1”?</source>
        <translation>نمای «%1» حذف شود؟</translation>
    </message>
    <message>
        <source>It is shared: your colleagues lose it too.</source>
        <translation>این نما همرسانی شده است و از دست همکارانتان هم می‌رود.</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::WorksButton</name>
    <message>
        <source>Running: %1</source>
        <translation>در جریان: %1</translation>
    </message>
    <message>
        <source>Long work</source>
        <translation>کارهای زمان‌بر</translation>
    </message>
</context>
<context>
    <name>nextgen::shell::WorksPanel</name>
    <message>
        <source>Stop</source>
        <translation>توقف</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>نمایش</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 از %2</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>در حال انجام…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>انجام شد</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>متوقف شد</translation>
    </message>
    <message>
        <source>Long work</source>
        <translation>کارهای زمان‌بر</translation>
    </message>
    <message>
        <source>Clear what ended</source>
        <translation>پاک‌کردن پایان‌یافته‌ها</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>تاکنون: %1</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>انجام نشد.</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>توقف: %1</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>نمایش: %1</translation>
    </message>
    <message>
        <source>Nothing takes long at the moment. What does goes on when its page is closed.</source>
        <translation>اکنون کار زمان‌بری در جریان نیست. این کارها با بستن صفحه متوقف نمی‌شوند.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>Try again: %1</source>
        <translation>تلاش دوباره: %1</translation>
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
    <name>nextgen::ui::FieldForm</name>
    <message>
        <source>Meanwhile it became: %1</source>
        <translation>در این میان شد: %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>خالی</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::FilterBar</name>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>جست‌وجو (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>جست‌وجو</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>فیلتر</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>پاک کردن همه</translation>
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
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation>فیلتر (Ctrl+F)</translation>
    </message>
    <message>
        <source>Words to search for, or conditions such as “%1”. Down lists what may be typed.</source>
        <translation>واژه‌های جست‌وجو، یا شرط‌هایی مانند «%1». کلید پایین آنچه را می‌توان نوشت فهرست می‌کند.</translation>
    </message>
    <message>
        <source>This is longer than %1 characters.</source>
        <translation>متن از %1 نویسه بلندتر است.</translation>
    </message>
    <message>
        <source>A quote does not end.</source>
        <translation>گیومه‌ای بسته نشده است.</translation>
    </message>
    <message>
        <source>The name of a field is missing here; marks to search for stand in quotes.</source>
        <translation>اینجا نام فیلد نیامده است؛ نشانه‌هایی را که جست‌وجو می‌شوند در گیومه بگذارید.</translation>
    </message>
    <message>
        <source>“%1” is no field of this list. To search for it, put it into quotes.</source>
        <translation>این فهرست فیلدی به نام «%1» ندارد. برای جست‌وجوی آن، در گیومه بگذارید.</translation>
    </message>
    <message>
        <source>“%1” may be: %2</source>
        <translation>«%1» می‌تواند این‌ها باشد: %2</translation>
    </message>
    <message>
        <source>A value is missing here.</source>
        <translation>اینجا مقداری نیامده است.</translation>
    </message>
    <message>
        <source>%1: a value is missing.</source>
        <translation>%1: مقدار نیامده است.</translation>
    </message>
    <message>
        <source>%1: “%2” is not understood.</source>
        <translation>%1: «%2» فهمیده نشد.</translation>
    </message>
    <message>
        <source>%1: “%2” may be: %3</source>
        <translation>%1: «%2» می‌تواند این‌ها باشد: %3</translation>
    </message>
    <message>
        <source>%1: a value with a comma cannot be asked for.</source>
        <translation>%1: مقدار نمی‌تواند ویرگول لاتین داشته باشد.</translation>
    </message>
    <message>
        <source>%1: these are too many values.</source>
        <translation>%1: شمار مقدارها بیش از اندازه است.</translation>
    </message>
    <message>
        <source>%1 can be equal to something or not; it has no range.</source>
        <translation>%1 تنها برابر یا نابرابر با مقداری است و بازه ندارد.</translation>
    </message>
    <message>
        <source>%1 takes one value or one range, such as 1..5.</source>
        <translation>%1 یک مقدار یا یک بازه مانند ۱..۵ می‌گیرد.</translation>
    </message>
    <message>
        <source>%1: “not” cannot be said of this.</source>
        <translation>%1: این شرط را نمی‌توان نفی کرد.</translation>
    </message>
    <message>
        <source>%1 is said twice; several values are written with ; between them.</source>
        <translation>%1 دو بار آمده است؛ میان چند مقدار «؛» بگذارید.</translation>
    </message>
    <message>
        <source>“Or” and brackets are not possible here; several values of one field stand with ; between them.</source>
        <translation>اینجا «یا» و پرانتز ممکن نیست؛ میان چند مقدار یک فیلد «؛» بگذارید.</translation>
    </message>
    <message>
        <source>This list is not searched by words. Write a field&apos;s name, a colon and a value.</source>
        <translation>این فهرست جست‌وجوی واژه ندارد. نام فیلد، دونقطه و مقدار را بنویسید.</translation>
    </message>
    <message>
        <source>The words to search for are too long.</source>
        <translation>متن جست‌وجو بیش از اندازه بلند است.</translation>
    </message>
    <message>
        <source>Writing filters</source>
        <translation>نوشتن فیلتر</translation>
    </message>
    <message>
        <source>amount: 100m..500m</source>
        <translation>مبلغ: ۱۰۰م..۵۰۰م</translation>
    </message>
    <message>
        <source>From and to; either end may be left open.</source>
        <translation>از و تا؛ هر سو می‌تواند باز بماند.</translation>
    </message>
    <message>
        <source>status: deposited; bounced</source>
        <translation>وضعیت: واگذار به بانک؛ برگشتی</translation>
    </message>
    <message>
        <source>One of several.</source>
        <translation>یکی از چند مقدار.</translation>
    </message>
    <message>
        <source>-status: cleared</source>
        <translation>-وضعیت: وصول‌شده</translation>
    </message>
    <message>
        <source>All but this one; the same as status != cleared.</source>
        <translation>همه جز این؛ همان «وضعیت != وصول‌شده».</translation>
    </message>
    <message>
        <source>due date: today..+30</source>
        <translation>سررسید: امروز..+۳۰</translation>
    </message>
    <message>
        <source>Days count from the day on which one looks; so do start and end of month.</source>
        <translation>روزها از روز نگاه‌کردن شمرده می‌شوند؛ اول ماه و آخر ماه هم همین‌گونه.</translation>
    </message>
    <message>
        <source>due date: 1405/09</source>
        <translation>سررسید: ۱۴۰۵/۰۹</translation>
    </message>
    <message>
        <source>A whole month.</source>
        <translation>همهٔ یک ماه.</translation>
    </message>
    <message>
        <source>created &gt;= 1405/01/01</source>
        <translation>ثبت &gt;= ۱۴۰۵/۰۱/۰۱</translation>
    </message>
    <message>
        <source>Also &lt;, &gt;, &lt;= and =.</source>
        <translation>همچنین &lt; و &gt; و &lt;= و =.</translation>
    </message>
    <message>
        <source>dealer: &quot;Tech Iran&quot;</source>
        <translation>نماینده: &quot;تک ایران&quot;</translation>
    </message>
    <message>
        <source>Quotes hold together what is one value.</source>
        <translation>گیومه آنچه را یک مقدار است با هم نگه می‌دارد.</translation>
    </message>
    <message>
        <source>Fields and values have their names in Persian and in English, and the beginning of a name is enough. Other words are searched for. Enter makes chips; F2 or a double click on a chip, or Backspace at the line&apos;s beginning, makes it text again.</source>
        <translation>نام فیلدها و مقدارها به فارسی و انگلیسی پذیرفته می‌شود و آغاز نام بس است. واژه‌های دیگر جست‌وجو می‌شوند. Enter شرط‌ها را برچسب می‌کند؛ F2 یا دوبار کلیک روی برچسب، یا Backspace در آغاز سطر، آن را دوباره متن می‌کند.</translation>
    </message>
    <message>
        <source>Copy the filter as text</source>
        <translation>رونوشت فیلتر به صورت متن</translation>
    </message>
    <message>
        <source>Writing filters …</source>
        <translation>نوشتن فیلتر …</translation>
    </message>
    <message>
        <source>Edit as text</source>
        <translation>ویرایش به صورت متن</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>%1: not %2</source>
        <translation>%1: جز %2</translation>
    </message>
    <message>
        <source>%1 days from now</source>
        <translation>%1 روز دیگر</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>%1 روز پیش</translation>
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
        <translation>این خانه باید پر شود</translation>
    </message>
    <message>
        <source>Scanned: %1. No field here takes it, and nothing was typed.</source>
        <translation>اسکن شد: %1. هیچ فیلدی در این فرم آن را نمی‌پذیرد و چیزی نوشته نشد.</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::InstantEdit</name>
    <message>
        <source>Time of day</source>
        <translation>ساعت</translation>
    </message>
    <message>
        <source>Hours and minutes in Tehran</source>
        <translation>ساعت و دقیقه به وقت تهران</translation>
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
        <translation>باز کردن تقویم</translation>
    </message>
    <message>
        <source>Open the calendar (Alt+Down)</source>
        <translation>باز کردن تقویم (Alt+Down)</translation>
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
        <translation>کپی ردیف‌های انتخاب‌شده با سرستون‌ها (Ctrl+C)</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>انتخاب ستون‌ها</translation>
    </message>
    <message>
        <source>Copy the error</source>
        <translation>کپی خطا</translation>
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
    <message>
        <source>Open</source>
        <translation>باز کردن</translation>
    </message>
    <message>
        <source>Open %1: %2</source>
        <translation>باز کردن %1: %2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>رونوشت</translation>
    </message>
    <message>
        <source>Write the rows to a file</source>
        <translation>نوشتن ردیف‌ها در فایل</translation>
    </message>
    <message>
        <source>Frozen columns</source>
        <translation>ستون‌های ثابت</translation>
    </message>
    <message>
        <source>Rows %1 to %2 of more than %3</source>
        <translation>ردیف‌های %1 تا %2 از بیش از %3</translation>
    </message>
    <message>
        <source>Rows %1 to %2 of about %3</source>
        <translation>ردیف‌های %1 تا %2 از حدود %3</translation>
    </message>
    <message>
        <source>Sort upwards</source>
        <translation>مرتب‌سازی صعودی</translation>
    </message>
    <message>
        <source>Sort downwards</source>
        <translation>مرتب‌سازی نزولی</translation>
    </message>
    <message>
        <source>Group by “%1”</source>
        <translation>گروه‌بندی بر پایهٔ «%1»</translation>
    </message>
    <message>
        <source>Freeze up to here</source>
        <translation>ثابت کردن تا اینجا</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>بدون گروه</translation>
    </message>
    <message>
        <source>Let all columns scroll</source>
        <translation>آزاد کردن همهٔ ستون‌ها</translation>
    </message>
    <message>
        <source>The list&apos;s own order</source>
        <translation>ترتیب خود فهرست</translation>
    </message>
    <message>
        <source>Narrow by columns</source>
        <translation>محدود کردن با ستون‌ها</translation>
    </message>
    <message>
        <source>Colours…</source>
        <translation>رنگ‌ها…</translation>
    </message>
    <message>
        <source>%1: %2 — rows loaded: %3</source>
        <translation>%1: %2 — ردیف‌های خوانده‌شده: %3</translation>
    </message>
    <message>
        <source>Narrow by %1</source>
        <translation>محدود کردن با %1</translation>
    </message>
    <message>
        <source>A number, or &gt;100, &lt;100 or 100..200</source>
        <translation>یک عدد، یا ‎&gt;100‎، ‎&lt;100‎ یا ‎100..200‎</translation>
    </message>
    <message>
        <source>The whole value; several with commas between them</source>
        <translation>مقدار کامل؛ چند مقدار با ویرگول از هم جدا می‌شوند</translation>
    </message>
    <message>
        <source>%1: %2 — rows: %3</source>
        <translation>%1: %2 — ردیف‌ها: %3</translation>
    </message>
    <message>
        <source>%1: sum %2</source>
        <translation>%1: جمع %2</translation>
    </message>
    <message>
        <source>Open the group</source>
        <translation>باز کردن گروه</translation>
    </message>
    <message>
        <source>Fold the group</source>
        <translation>بستن گروه</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>بستن همهٔ گروه‌ها</translation>
    </message>
    <message>
        <source>Open all groups</source>
        <translation>باز کردن همهٔ گروه‌ها</translation>
    </message>
    <message>
        <source>%1, group folded</source>
        <translation>%1، گروه بسته</translation>
    </message>
    <message>
        <source>%1, group open</source>
        <translation>%1، گروه باز</translation>
    </message>
    <message>
        <source>A day, a month such as 1405/09, a year, or &gt;1405/09/01, &lt;1405/09/01 or today..+30</source>
        <translation>یک روز، یک ماه مانند ‎1405/09‎، یک سال، یا ‎&gt;1405/09/01‎ و ‎&lt;1405/09/01‎ یا امروز..‎+30‎</translation>
    </message>
    <message>
        <source>The beginning of a value of the column; several with ; between them</source>
        <translation>آغاز یکی از مقدارهای ستون؛ چند مقدار با نقطه‌ویرگول از هم جدا می‌شوند</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::ReferenceEdit</name>
    <message>
        <source>Type to search</source>
        <translation>برای جست‌وجو بنویسید</translation>
    </message>
    <message>
        <source>Show the list (Down)</source>
        <translation>نمایش فهرست (⁦Down⁩)</translation>
    </message>
    <message>
        <source>Open it (Ctrl+Enter)</source>
        <translation>باز کردن (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::Scanner</name>
    <message>
        <source>Scanned: %1. Nothing here takes it, and nothing was typed.</source>
        <translation>اسکن شد: %1. اینجا جایی برای آن نیست و چیزی نوشته نشد.</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::SecretEdit</name>
    <message>
        <source>Hide</source>
        <translation>پنهان کردن</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>نمایش</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>رونوشت</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::SettingEdit</name>
    <message>
        <source>Yes</source>
        <translation>بله</translation>
    </message>
    <message>
        <source>The program does not know this setting: its value is written as JSON.</source>
        <translation>برنامه این تنظیم را نمی‌شناسد؛ مقدار آن به شکل JSON نوشته می‌شود.</translation>
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
        <translation>مرحلهٔ کنونی</translation>
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
        <translation>مرحلهٔ %1، %2: %3</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::ToneRulesDialog</name>
    <message>
        <source>Nothing is coloured yet.</source>
        <translation>هنوز رنگی تعیین نشده است.</translation>
    </message>
    <message>
        <source>Add a colour</source>
        <translation>افزودن رنگ</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>رنگ‌ها</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>اعمال</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Of several that hold for a cell the first one counts, its own before its row&apos;s. Due days that are over and amounts below zero are red by themselves.</source>
        <translation>اگر چند قاعده برای یک خانه برقرار باشد نخستین آن‌ها به کار می‌رود و قاعدهٔ خانه بر قاعدهٔ ردیف مقدم است. سررسیدهای گذشته و مبلغ‌های منفی خودبه‌خود قرمزند.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>مقایسه</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>رنگ</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>قرمز</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>زرد</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>سبز</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>آبی</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>خاکستری</translation>
    </message>
    <message>
        <source>What is coloured</source>
        <translation>آنچه رنگ می‌شود</translation>
    </message>
    <message>
        <source>The cell</source>
        <translation>خانه</translation>
    </message>
    <message>
        <source>The row</source>
        <translation>ردیف</translation>
    </message>
    <message>
        <source>Remove this colour</source>
        <translation>حذف این رنگ</translation>
    </message>
    <message>
        <source>is</source>
        <translation>برابر است با</translation>
    </message>
    <message>
        <source>is before</source>
        <translation>پیش از</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>کمتر از</translation>
    </message>
    <message>
        <source>is after</source>
        <translation>پس از</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>بیشتر از</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>دارای</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>خالی است</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>مقدار</translation>
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
